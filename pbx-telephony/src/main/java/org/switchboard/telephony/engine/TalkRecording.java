package org.switchboard.telephony.engine;

import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.plan.PlannedExtension;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.route.Act;
import org.switchboard.telephony.route.Origin;

/** Has one call's talk recorded where an extension in it says so, and tells people outside first. Queues see to their own. */
final class TalkRecording {

    private static final String SOUND = "sound:";

    private final TenantPlan plan;
    private final Origin origin;
    private final Sounds sounds;
    private boolean told;

    TalkRecording(TenantPlan plan, Origin origin, Sounds sounds) {
        this.plan = plan;
        this.origin = origin;
        this.sounds = sounds;
    }

    /** Who answers is not known yet: one of those who ring is enough. The caller's channel is recorded, which lives through transfers. */
    void beforeRinging(Call call, List<Act.Member> members) {
        var own = origin instanceof Origin.Inside(var extension, _) && covers(extension, false) ? Optional.of(extension) : Optional.<PlannedExtension>empty();
        var whose = own.or(() -> members.stream().flatMap(member -> called(member).stream())
                .filter(extension -> covers(extension, origin instanceof Origin.Outside)).findFirst());
        whose.ifPresent(extension -> {
            tell(call);
            begin(call, RecordingRef.ofExtension(plan.tenantId(), own.isPresent() ? RecordingRef.Party.OURS : RecordingRef.Party.CUSTOMER, extension.number()),
                    extension);
        });
    }

    /** The called one's channel is recorded: the customer's again. */
    void beforeDialling(Call call) {
        if (origin instanceof Origin.Inside(var extension, _) && covers(extension, true)) {
            var notice = plan.recording().noticePromptId();
            call.carry("PBX_NOTICE", notice == null ? "" : sounds.prompt(notice).substring(SOUND.length()));
            begin(call, RecordingRef.ofExtension(plan.tenantId(), RecordingRef.Party.CUSTOMER, extension.number()), extension);
        }
    }

    private static void begin(Call call, RecordingRef ref, PlannedExtension extension) {
        call.note("recording", extension.label(), "recording.extension", "", "");
        call.carry(RecordingRef.VARIABLE, ref.name());
    }

    /** Answered first, since not every provider lets callers hear anything before. */
    private void tell(Call call) {
        var notice = plan.recording().noticePromptId();
        if (notice != null && !told && origin instanceof Origin.Outside) {
            told = true;
            call.answer();
            call.play(List.of(sounds.prompt(notice)));
        }
    }

    private boolean covers(PlannedExtension extension, boolean outside) {
        return plan.recording().of(extension.id()).covers(outside);
    }

    private Optional<PlannedExtension> called(Act.Member member) {
        return member instanceof Act.Member.Devices(var extensionId, _, _) ? plan.extension(extensionId) : Optional.empty();
    }
}
