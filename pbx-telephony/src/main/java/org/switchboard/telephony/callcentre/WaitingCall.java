package org.switchboard.telephony.callcentre;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.switchboard.telephony.call.Call;
import org.switchboard.telephony.call.CallEnded;
import org.switchboard.telephony.call.CallNews;
import org.switchboard.telephony.call.Caller;
import org.switchboard.telephony.call.EndReason;
import org.switchboard.telephony.call.RecordingRef;
import org.switchboard.telephony.call.RingPlan;
import org.switchboard.telephony.call.Woken;
import org.switchboard.telephony.distribution.AgentStatus;
import org.switchboard.telephony.engine.QueueWaiting;
import org.switchboard.telephony.plan.PlannedQueue;
import org.switchboard.telephony.plan.TenantPlan;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.queue.QueueExit;
import org.switchboard.telephony.queue.RecordCalls;
import org.switchboard.telephony.route.Origin;

/**
 * One caller's waiting in a queue, on the call's own thread: what the caller hears, the keys that lead out, and the ringing of agents when the floor
 * says so. Who would be taken at once hears nothing but that it rings.
 */
final class WaitingCall {

    /** An agent who is free is found within this, and then there is nothing to play. */
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    private static final Duration SHORTEST_PROMPT = Duration.ofMillis(300);

    private final Call call;
    private final TenantPlan plan;
    private final PlannedQueue queue;
    private final Floor floor;
    private final QueueSpeech speech;
    private final CallbackRequests callbacks;
    private final InstantSource clock;
    private final Deque<String> next = new ArrayDeque<>();
    private CallerStay stay;
    private Instant announceAt;
    private Instant periodicAt;
    private boolean music;
    private boolean promptIsMute;

    WaitingCall(Call call, TenantPlan plan, PlannedQueue queue, Floor floor, QueueSpeech speech, CallbackRequests callbacks, InstantSource clock) {
        this.call = call;
        this.plan = plan;
        this.queue = queue;
        this.floor = floor;
        this.speech = speech;
        this.callbacks = callbacks;
        this.clock = clock;
    }

    QueueWaiting.Result run(Origin origin, int priority) {
        call.forgetReturn();
        var enteredAt = call.enteredAt().orElseGet(clock::instant);
        var kept = KeptPlace.of(call.carried(KeptPlace.VARIABLE), enteredAt);
        call.answer();
        if (kept.isEmpty()) {
            consent();
        }
        var place = kept.orElseGet(() -> new KeptPlace(priority, 0, enteredAt.toEpochMilli()));
        stay = new CallerStay(call.channelId() + "." + enteredAt.toEpochMilli(), queue.id(), enteredAt, place.priority(), place.rank(), origin.number(),
                name(), call.linkedId());
        call.carry(KeptPlace.VARIABLE, place.toString());
        floor.entered(stay, call.channelId(), call.post(), kept.isPresent());
        begin(kept.isEmpty());
        try {
            return await();
        } catch (CallEnded ended) {
            floor.callEnded(stay.visit(), ended.reason());
            throw ended;
        } catch (RuntimeException defect) {
            floor.callEnded(stay.visit(), EndReason.FAULT);
            throw defect;
        }
    }

    private String name() {
        return switch (call.caller().caller()) {
            case Caller.Inside(_, var number) -> plan.extension(number).map(extension -> extension.name()).orElse("");
            case Caller.Outside(_, _, var name) -> name;
        };
    }

    /** Told in full before anybody can answer. */
    private void consent() {
        var prompt = queue.recording().consentPromptId();
        if (prompt != null && queue.recording().record() != RecordCalls.NEVER) {
            call.play(List.of(speech.sounds().prompt(prompt)));
        }
    }

    private void begin(boolean greeting) {
        var now = clock.instant();
        announceAt = greeting ? now : now.plusSeconds(queue.sounds().announceSeconds());
        periodicAt = now.plusSeconds(queue.sounds().periodicSeconds());
        if (greeting && queue.sounds().greetingPromptId() != null) {
            next.add(speech.sounds().prompt(queue.sounds().greetingPromptId()));
        }
    }

    private QueueWaiting.Result await() {
        var result = heed(call.await(List.of(), AT_ONCE));
        while (result == null) {
            due();
            result = heed(next.isEmpty() ? listen() : announce());
        }
        if (result instanceof QueueWaiting.Result.Left) {
            call.carry(KeptPlace.VARIABLE, "");
        }
        return result;
    }

    /** Plays what is to be said, in one piece, over the music, which stops for it. */
    private Woken announce() {
        var media = List.copyOf(next);
        next.clear();
        music = false;
        return call.await(media, Duration.ofMinutes(5));
    }

    /** While nothing is said, a prompt is played over and over; or nothing by us, since Asterisk plays the music. */
    private Woken listen() {
        var prompt = queue.sounds().musicPromptId();
        if (prompt == null || promptIsMute) {
            if (!music) {
                call.startMusic();
                music = true;
            }
            return call.await(List.of(), untilDue());
        }
        var began = clock.instant();
        var woken = call.await(List.of(speech.sounds().prompt(prompt)), untilDue());
        // A file that is not there must not be tried without a pause.
        promptIsMute = woken instanceof Woken.Played && Duration.between(began, clock.instant()).compareTo(SHORTEST_PROMPT) < 0;
        return woken;
    }

    private Duration untilDue() {
        var due = announceAt.isBefore(periodicAt) ? announceAt : periodicAt;
        return Duration.between(clock.instant(), due);
    }

    /** Puts together what is to be said now. */
    private void due() {
        var now = clock.instant();
        if (!now.isBefore(announceAt)) {
            announceAt = now.plusSeconds(queue.sounds().announceSeconds());
            next.addAll(placeAndWait());
        }
        if (!now.isBefore(periodicAt)) {
            periodicAt = now.plusSeconds(queue.sounds().periodicSeconds());
            if (queue.sounds().periodicPromptId() != null) {
                next.add(speech.sounds().prompt(queue.sounds().periodicPromptId()));
            }
        }
    }

    private List<String> placeAndWait() {
        var view = floor.picture().view();
        var position = view.queue(queue.id()).stream().flatMap(of -> of.waiting().stream()).filter(waiting -> waiting.visit().equals(stay.visit()))
                .mapToInt(FloorView.Waiting::position).findFirst();
        if (position.isEmpty()) {
            return List.of();
        }
        var said = new ArrayList<String>();
        if (queue.sounds().announcePosition()) {
            said.addAll(speech.place(position.getAsInt()));
        }
        if (queue.sounds().announceWait()) {
            var agents = view.agents().stream().filter(agent -> agent.status() != AgentStatus.SIGNED_OUT && !agent.paused())
                    .filter(agent -> plan.callCentre().agent(agent.agentId()).stream()
                            .anyMatch(known -> known.memberships().stream().anyMatch(place -> place.queueId().equals(queue.id())))).count();
            floor.estimate().minutes(queue.id(), position.getAsInt(), agents).ifPresent(minutes -> said.addAll(speech.minutes(minutes)));
        }
        return said;
    }

    /** What is to be done about what happened; null to wait on. */
    private QueueWaiting.Result heed(Woken woken) {
        return switch (woken) {
            case Woken.Told(var news) -> told(news);
            case Woken.Key(var digit) -> pressed(Character.toString(digit));
            case Woken.Played _, Woken.TimeIsUp _ -> null;
        };
    }

    private QueueWaiting.Result told(CallNews news) {
        switch (news) {
            case RingOrder order when order.take() -> ring(order);
            case LeaveOrder(var visit, var exit) when visit.equals(stay.visit()) -> {
                stopMusic();
                return new QueueWaiting.Result.Left(exit);
            }
            case KeepOrder(var place) when place.since() == stay.enteredAt().toEpochMilli() -> call.carry(KeptPlace.VARIABLE, place.toString());
            default -> {
                // Taken back meanwhile, or meant for a stay before this one.
            }
        }
        return null;
    }

    private void ring(RingOrder order) {
        if (queue.recording().record() == RecordCalls.ALWAYS) {
            call.carry(RecordingRef.VARIABLE, RecordingRef.ofQueue(plan.tenantId(), queue.id()).name());
        }
        var members = order.devices().stream().map(RingPlan.Member::of).toList();
        var result = call.ring(new RingPlan(members, order.atMost(), true, Optional.empty(), ""), order.mark());
        floor.rang(order.offerId(), result);
        music = false;
    }

    private QueueWaiting.Result pressed(String key) {
        if (key.equals(queue.callback().key())) {
            return askForCallback();
        }
        var exit = QueueExit.ofKey(key);
        if (plan.exit(queue.id(), exit).isEmpty()) {
            return null;
        }
        floor.leftByKey(stay.visit(), exit);
        stopMusic();
        return new QueueWaiting.Result.Left(exit);
    }

    private QueueWaiting.Result askForCallback() {
        stopMusic();
        floor.asking(stay.visit());
        var number = callbacks.ask(call, plan, queue, stay);
        if (number.isEmpty()) {
            floor.asked(stay.visit());
            return null;
        }
        floor.wantsCallback(stay.visit(), number.get());
        call.play(speech.words(SystemWord.CALLBACK_PROMISED));
        return new QueueWaiting.Result.Over(call.hangUp(16));
    }

    private void stopMusic() {
        if (music) {
            call.stopMusic();
            music = false;
        }
    }
}
