package org.switchboard.local.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.local.Ports;

/**
 * The phone of somebody who takes the calls of a queue, played by SIPp: it rings, answers or declines, is silent, and hangs up,
 * call after call by its list of habits. It can vanish as by a power cut, and come back.
 */
public final class AgentPhone implements AutoCloseable {

    private static final Duration REGISTRATION_LIMIT = Duration.ofSeconds(20);
    private static final int MOST_CALLS = 10_000;

    private final Path folder;
    private final int port;
    private final List<Habit> habits;
    private final Duration limit;
    private final List<Sipp> runs = new ArrayList<>();

    private AgentPhone(Path folder, int port, List<Habit> habits, Duration limit) {
        this.folder = folder;
        this.port = port;
        this.habits = List.copyOf(habits);
        this.limit = limit;
    }

    /**
     * What it does with one call.
     *
     * @param rings how long it rings
     * @param talks how long it talks before it hangs up
     * @param declines whether it declines instead of answering
     */
    public record Habit(Duration rings, Duration talks, boolean declines) {

        /** Answers. */
        public static Habit answers(double ringSeconds, double talkSeconds) {
            return new Habit(seconds(ringSeconds), seconds(talkSeconds), false);
        }

        /** Declines. */
        public static Habit declines(double ringSeconds) {
            return new Habit(seconds(ringSeconds), Duration.ZERO, true);
        }

        private static Duration seconds(double seconds) {
            return Duration.ofMillis(Math.round(seconds * 1_000));
        }

        private List<String> fields() {
            // A pause of nothing is none that SIPp knows.
            return List.of("" + Math.max(1, rings.toMillis()), "" + Math.max(1, talks.toMillis()), declines ? "1" : "0");
        }
    }

    /**
     * Registers it and lets it wait for calls.
     *
     * @param account where it registers
     * @param folder where its files go
     * @param habits what it does with its first call, the second, and so on; then from the first again
     * @param limit after which it ends
     */
    public static AgentPhone start(SipAccount account, Path folder, List<Habit> habits, Duration limit) {
        var phone = new AgentPhone(folder, Ports.free(1).getFirst(), habits, limit);
        var registered = Sipp.run(new SippPlan("register", folder.resolve("register"), phone.port, account.port(),
                List.of(List.of(account.username(), SippPlan.authentication(account.username(), account.password()), "" + limit.plusMinutes(1).toSeconds())),
                1, 1, REGISTRATION_LIMIT));
        if (registered.failed() > 0) {
            throw new IllegalStateException("the agent's phone cannot register: " + registered);
        }
        phone.listen();
        return phone;
    }

    /** Is gone at once; its registration stays. */
    public void vanish() {
        runs.getLast().kill();
    }

    /** Is there again where it was. */
    public void comeBack() {
        listen();
    }

    /** What it saw and did, each with the caller's number; see {@code agent.xml}. */
    public List<SippLine> lines() {
        return runs.stream().flatMap(run -> run.lines().stream()).toList();
    }

    private void listen() {
        runs.add(Sipp.listen(new SippPlan("agent", folder.resolve("calls-" + runs.size()), "127.0.0.1", port, 0,
                habits.stream().map(Habit::fields).toList(), 1, MOST_CALLS, limit, true)));
    }

    @Override
    public void close() {
        runs.forEach(Sipp::close);
    }
}
