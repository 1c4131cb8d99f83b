package org.switchboard.telephony.callback;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.callcentre.CallbackRequests;
import org.switchboard.telephony.callcentre.CallerStay;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.number.NumberForm;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;

/** Asks a waiting caller at which number to call back: the number is read out digit by digit, and may be another one. */
public final class CallbackDialogue implements CallbackRequests {

    private static final Logger log = LoggerFactory.getLogger(CallbackDialogue.class);
    private static final int TRIES = 3;
    private static final GatherRules CHOICE = GatherRules.oneKey(Duration.ofSeconds(8));
    private static final GatherRules NUMBER = new GatherRules(_ -> false, 20, Duration.ofSeconds(10), Duration.ofSeconds(5), Optional.of('#'));

    private final Sounds sounds;
    private final CallbackKeeper keeper;
    private final InstantSource clock;

    /**
     * Wires it.
     *
     * @param sounds what callers are played
     * @param keeper takes the wish down
     * @param clock  what time it is
     */
    public CallbackDialogue(Sounds sounds, CallbackKeeper keeper, InstantSource clock) {
        this.sounds = sounds;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Optional<String> ask(Call call, TenantPlan plan, PlannedQueue queue, CallerStay stay) {
        var inside = call.caller().caller() instanceof Caller.Inside;
        var number = CallbackNumbers.ofCaller(plan, stay.number()).orElse("");
        var before = List.<String>of();
        for (var i = 0; i < TRIES; i++) {
            if (number.isEmpty()) {
                var asked = new ArrayList<>(before);
                asked.addAll(words(plan, SystemWord.CALLBACK_ENTER_NUMBER));
                var typed = call.gather(asked, NUMBER);
                if (typed.equals("*")) {
                    return Optional.empty();
                }
                number = CallbackNumbers.typed(plan, typed, inside).orElse("");
                before = words(plan, SystemWord.CALLBACK_REFUSED);
                if (number.isEmpty()) {
                    continue;
                }
            }
            switch (call.gather(readOut(plan, number), CHOICE)) {
                case "1" -> {
                    return promised(call, plan, stay, number);
                }
                case "2" -> {
                    number = "";
                    before = List.of();
                }
                case "*" -> {
                    return Optional.empty();
                }
                default -> before = List.of();
            }
        }
        return Optional.empty();
    }

    private Optional<String> promised(Call call, TenantPlan plan, CallerStay stay, String number) {
        var kept = new KeptCallback(UUID.randomUUID(), plan.tenantId(), new CallerStay(stay.visit(), stay.queueId(), stay.enteredAt(), stay.priority(),
                stay.rank(), number, stay.name(), stay.linkedId()), stay.number(), called(call, plan), clock.instant(), null, 0, false);
        try {
            keeper.keep(kept);
        } catch (DataAccessException e) {
            log.warn("Call {}: a callback cannot be kept now: {}", call.channelId(), e.getMessage());
            call.play(words(plan, SystemWord.NOT_SAVED));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /** The company's number that the customer had called, which he will know again. */
    private static String called(Call call, TenantPlan plan) {
        var dialled = call.dialled();
        return Optional.of(dialled).filter(number -> plan.number(number).isPresent())
                .or(() -> NumberForm.e164(dialled, plan.company().country()).filter(number -> plan.number(number).isPresent())).orElse(null);
    }

    /** As people of the country write it, so in groups that are heard as such, and without the country's code. */
    private List<String> readOut(TenantPlan plan, String number) {
        var media = new ArrayList<>(words(plan, SystemWord.CALLBACK_INTRO));
        NumberForm.shown(number, plan.company().country()).chars().filter(c -> c >= '0' && c <= '9')
                .forEach(digit -> media.addAll(words(plan, SystemWord.ofDigit((char) digit))));
        media.addAll(words(plan, SystemWord.CALLBACK_CONFIRM));
        return media;
    }

    private List<String> words(TenantPlan plan, SystemWord word) {
        return sounds.words(word, plan.company().language());
    }
}
