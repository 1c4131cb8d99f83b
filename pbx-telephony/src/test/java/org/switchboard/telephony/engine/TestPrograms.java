package org.switchboard.telephony.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.route.Origin;
import org.switchboard.telephony.route.ServiceCode;

/** What is done with calls where neither prompts nor a database are at hand. */
final class TestPrograms {

    /** Prompts are named by their ids, words by their names. */
    static final Sounds SOUNDS = new Sounds() {
        @Override
        public String prompt(UUID promptId) {
            return "sound:" + promptId;
        }

        @Override
        public List<String> words(SystemWord word, String language) {
            return List.of("sound:" + word.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public void refreshAll() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refresh(Set<UUID> tenantIds) {
            throw new UnsupportedOperationException();
        }
    };

    private static final StarCodes CODES = new StarCodes() {
        @Override
        public EndReason serve(Call call, TenantPlan plan, Origin origin, ServiceCode service, String argument) {
            return service == ServiceCode.ECHO ? call.echo() : call.hangUp(16);
        }

        @Override
        public EndReason switchHours(Call call, TenantPlan plan, Origin origin, UUID scheduleId) {
            return call.hangUp(16);
        }
    };

    private TestPrograms() {
    }

    static CallPrograms at(InstantSource clock) {
        return at(clock, QueueWaiting.UNSERVED);
    }

    static CallPrograms at(InstantSource clock, QueueWaiting queues) {
        return new CallPrograms(SOUNDS, CODES, queues, new TalkMemory(), _ -> false, _ -> 0, clock);
    }
}
