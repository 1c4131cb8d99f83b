package org.switchboard.telephony.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.CallEnded;
import org.switchboard.telephony.call.DeviceRef;
import org.switchboard.telephony.call.DialOut;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.GatherRules;
import org.switchboard.telephony.call.Refusal;
import org.switchboard.telephony.call.RingPlan;
import org.switchboard.telephony.call.Ringing;
import org.switchboard.telephony.call.ShownCaller;
import org.switchboard.telephony.call.TrunkRef;
import org.switchboard.telephony.destination.HangupKind;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.route.Act;
import org.switchboard.telephony.route.Happened;
import org.switchboard.telephony.route.MenuDigits;
import org.switchboard.telephony.route.Origin;

/**
 * Does to a call what routing says, and tells what came of it.
 *
 * @param plan   the company
 * @param origin who calls
 * @param sounds what callers are played
 * @param codes  the star codes
 * @param queues where callers wait for agents
 * @param memory what ring groups remember
 * @param recording what is recorded of the talk
 * @param clock  what time it is
 */
record Performer(TenantPlan plan, Origin origin, Sounds sounds, StarCodes codes, QueueWaiting queues, TalkMemory memory, TalkRecording recording,
                 InstantSource clock) {

    /** An extension's number has six digits at most, and # may follow. */
    private static final int MOST_DIGITS = 7;
    private static final String SOUND = "sound:";

    /** What came of an act: news to go on with, or the end of our part. */
    sealed interface Result {

        record News(Happened happened) implements Result {
        }

        record Over(EndReason reason) implements Result {
        }
    }

    Result perform(Call call, Act act) {
        return switch (act) {
            case Act.Ring ring -> new Result.News(new Happened.Rang(ring(call, ring)));
            case Act.DialOut(var way, var seconds) -> new Result.News(new Happened.Rang(dialOut(call, way, seconds)));
            case Act.Listen listen -> new Result.News(new Happened.Typed(listen(call, listen)));
            case Act.WaitInQueue(var queue, var priority) -> switch (queues.waitIn(call, plan, origin, queue, priority)) {
                case QueueWaiting.Result.Left(var exit) -> new Result.News(new Happened.LeftQueue(exit));
                case QueueWaiting.Result.Over(var reason) -> new Result.Over(reason);
            };
            case Act.Play(var promptId) -> {
                call.answer();
                call.play(List.of(sounds.prompt(promptId)));
                yield new Result.News(new Happened.Played());
            }
            case Act.TakeMessage(var box) -> new Result.Over(call.voicemail(box + "@" + plan.tenantId()));
            case Act.Serve(var service, var argument) -> new Result.Over(codes.serve(call, plan, origin, service, argument));
            case Act.SwitchHours(var scheduleId) -> new Result.Over(codes.switchHours(call, plan, origin, scheduleId));
            case Act.Refuse(var refusal) -> new Result.Over(refuse(call, refusal));
            case Act.HangUp(var kind, var words) -> new Result.Over(hangUp(call, kind, words));
        };
    }

    private Happened.Result ring(Call call, Act.Ring ring) {
        var members = new ArrayList<RingPlan.Member>();
        var plain = ring.members().size() == 1;
        for (var member : ring.members()) {
            switch (member) {
                case Act.Member.Devices(_, var devices, var delay) -> devices.forEach(device ->
                        members.add(new RingPlan.Member(new RingPlan.Device(device), Duration.ofSeconds(delay), false, false)));
                case Act.Member.Outside(var way, var delay, var confirm) -> members.add(new RingPlan.Member(
                        new RingPlan.Outside(dial(way, ring.seconds())), Duration.ofSeconds(delay), confirm, false));
            }
        }
        // Of several people, whom the caller reaches is known only when one of them answers.
        var shows = plain && ring.members().getFirst() instanceof Act.Member.Devices(_, var devices, _)
                ? devices.stream().findFirst() : Optional.<DeviceRef>empty();
        recording.beforeRinging(call, ring.members());
        try {
            return result(call.ring(new RingPlan(members, Duration.ofSeconds(ring.seconds()), false, shows, path(SystemWord.ACCEPT_CALL))));
        } catch (CallEnded ended) {
            if (ended.reason() == EndReason.TALKED && plain && ring.members().getFirst() instanceof Act.Member.Devices(var extension, _, _)) {
                memory.talked(extension, clock.instant());
            }
            throw ended;
        }
    }

    private static Happened.Result result(Ringing.Result result) {
        return switch (result) {
            case BUSY -> Happened.Result.BUSY;
            case NO_ANSWER -> Happened.Result.NO_ANSWER;
            case NOT_REGISTERED -> Happened.Result.NOT_REGISTERED;
            case FAILED -> Happened.Result.FAILED;
        };
    }

    private Happened.Result dialOut(Call call, Act.Way way, int seconds) {
        recording.beforeDialling(call);
        return switch (call.dialOut(dial(way, seconds))) {
            case BUSY -> Happened.Result.BUSY;
            case NO_ANSWER -> Happened.Result.NO_ANSWER;
            case REJECTED -> Happened.Result.REJECTED;
            case FAILED_OVER -> Happened.Result.FAILED;
        };
    }

    private static DialOut dial(Act.Way way, int seconds) {
        var limit = way.emergency() || way.trunk().callLimit() == null ? 0 : way.trunk().callLimit();
        var shown = way.callerId() == null ? "" : way.callerId();
        return new DialOut(new TrunkRef(way.trunk().endpointId()), way.digits(), Duration.ofSeconds(seconds),
                new ShownCaller(shown, "", way.hidden()), limit);
    }

    private String listen(Call call, Act.Listen listen) {
        var menu = listen.menu();
        var media = new ArrayList<String>();
        switch (listen.why()) {
            case NONE -> { }
            case NO_INPUT -> {
                if (menu.noInputPromptId() != null) {
                    media.add(sounds.prompt(menu.noInputPromptId()));
                }
            }
            case WRONG_INPUT -> {
                if (menu.wrongPromptId() == null) {
                    media.addAll(words(SystemWord.INVALID_CHOICE));
                } else {
                    media.add(sounds.prompt(menu.wrongPromptId()));
                }
            }
        }
        media.add(sounds.prompt(menu.promptId()));
        call.answer();
        return call.gather(media, new GatherRules(new MenuDigits(plan, menu)::areComplete, MOST_DIGITS,
                Duration.ofSeconds(menu.firstDigitSeconds()), Duration.ofSeconds(menu.nextDigitSeconds()), Optional.empty()));
    }

    private EndReason refuse(Call call, Refusal refusal) {
        return call.refuse(refusal, switch (refusal) {
            case UNKNOWN_NUMBER -> path(SystemWord.UNKNOWN_NUMBER);
            case NO_ANSWER, NOT_REGISTERED -> path(SystemWord.NOBODY_AVAILABLE);
            case FORBIDDEN -> path(SystemWord.FORBIDDEN);
            case FORBIDDEN_NATIONAL -> path(SystemWord.FORBIDDEN_NATIONAL);
            case FORBIDDEN_INTERNATIONAL -> path(SystemWord.FORBIDDEN_INTERNATIONAL);
            case FORBIDDEN_PREMIUM -> path(SystemWord.FORBIDDEN_PREMIUM);
            case BLOCKED -> path(origin.number().isEmpty() ? SystemWord.ANONYMOUS_REFUSED : SystemWord.CALLER_BLOCKED);
            case CLOSED -> path(SystemWord.CLOSED);
            case NO_TRUNK -> path(SystemWord.ALL_LINES_BUSY);
            case BUSY, OUTSIDE_REJECTED, TOO_MANY_CALLS, FAILED -> "";
        });
    }

    private EndReason hangUp(Call call, HangupKind kind, boolean words) {
        if (words) {
            call.play(words(SystemWord.NO_INPUT));
        }
        return call.hangUp(kind.cause());
    }

    private List<String> words(SystemWord word) {
        return sounds.words(word, plan.company().language());
    }

    /** Where the words are, for the dialplan, which plays one file; empty when it must use its own. */
    private String path(SystemWord word) {
        var media = words(word);
        return media.size() == 1 ? media.getFirst().substring(SOUND.length()) : "";
    }
}
