package org.switchboard.local.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.switchboard.local.Progress;
import org.switchboard.local.Refusal;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** Conducts the demonstration: what agents do besides taking calls, and a line each minute of how things stand. */
final class DemoRun {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final DemoApi api;
    private final DemoCentre centre;
    private final Progress progress;
    private final Clock clock;

    /** Something to be done at a time. */
    private record Cue(Duration at, Runnable act) {
    }

    DemoRun(DemoApi api, DemoCentre centre, Progress progress, Clock clock) {
        this.api = api;
        this.centre = centre;
        this.progress = progress;
        this.clock = clock;
    }

    /** Goes on until all customers are done, at most as long as they may be. */
    void play(DemoPlan plan, int minutes, Sipp customers, Duration limit) {
        Instant began = clock.instant();
        BooleanSupplier done = () -> !customers.isRunning();
        for (Cue cue : cues(plan, minutes, limit)) {
            if (Await.until(Duration.between(clock.instant(), began.plus(cue.at())), done)) {
                return;
            }
            cue.act().run();
        }
        Await.until(Duration.between(clock.instant(), began.plus(limit)), done);
    }

    private List<Cue> cues(DemoPlan plan, int minutes, Duration limit) {
        var cues = new ArrayList<Cue>();
        Duration time = Duration.ofMinutes(minutes);
        List<String> reasons = api.get("/pause-reasons").path("items").valueStream().map(reason -> reason.path("name").asString()).toList();
        int turn = 0;
        for (DemoPlan.Member member : plan.staff()) {
            if (member.gone()) {
                var phone = centre.phones().get(member.number());
                cues.add(new Cue(time.multipliedBy(4).dividedBy(10), phone::vanish));
                cues.add(new Cue(time.multipliedBy(5).dividedBy(10), phone::comeBack));
            }
            if (member.pauses() && !reasons.isEmpty()) {
                String reason = reasons.get(turn % reasons.size());
                Duration from = time.multipliedBy(55 + 8L * turn).dividedBy(100);
                cues.add(new Cue(from, () -> tell(member, "pause", Map.of("reason", reason))));
                cues.add(new Cue(from.plus(time.dividedBy(10)), () -> tell(member, "resume", null)));
                turn++;
            }
        }
        for (Duration at = MINUTE; at.compareTo(limit) < 0; at = at.plus(MINUTE)) {
            cues.add(new Cue(at, this::standing));
        }
        cues.sort(Comparator.comparing(Cue::at));
        return cues;
    }

    private void tell(DemoPlan.Member member, String what, Map<String, ?> how) {
        try {
            api.post("/agents/" + member.number() + "/" + what, how);
        } catch (Refusal refused) {
            // Somebody else may have signed the agent out meanwhile, at the wallboard.
            progress.line(member.name() + " cannot " + what + ": " + refused.getMessage());
        }
    }

    private void standing() {
        JsonNode live = api.get("/queues/" + DemoCentre.QUEUE + "/live");
        JsonNode waiting = live.path("waiting");
        long longest = waiting.valueStream().map(caller -> Instant.parse(caller.path("enteredAt").asString()))
                .mapToLong(entered -> Duration.between(entered, clock.instant()).toSeconds()).max().orElse(0);
        long talking = live.path("agents").valueStream().filter(agent -> agent.path("state").asString().equals("talking")).count();
        long working = live.path("agents").valueStream().filter(agent -> !agent.path("state").asString().equals("signed_out")).count();
        progress.line(String.format(Locale.ROOT, "%tR  %2d waiting, longest %d:%02d; %d of %d agents talk; service level today %s",
                clock.instant().atZone(clock.getZone()), waiting.size(), longest / 60, longest % 60, talking, working,
                live.path("serviceLevel").isNumber() ? Math.round(100 * live.path("serviceLevel").asDouble()) + " %" : "-"));
    }
}
