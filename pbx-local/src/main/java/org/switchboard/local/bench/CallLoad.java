package org.switchboard.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.switchboard.local.Ports;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.Sipp;
import org.switchboard.local.phone.SippPlan;
import org.switchboard.local.phone.SippResult;

/**
 * Calls between registered devices of one company, at a given rate, set up in either {@link Way}. Both ways use the same
 * devices and the same secrets, and differ only in what is dialled.
 */
final class CallLoad implements AutoCloseable {

    private static final int PHONES = 200;
    private static final int MANY = 100_000_000;
    /** What the native way's numbers begin with; no extension's number has letters. */
    private static final String NATIVE_PREFIX = "direct";
    private static final Duration REGISTRATION = Duration.ofHours(6);
    /** A call lasts one second, see calling.xml; the last ones end after the last has begun. */
    private static final int DRAIN_SECONDS = 30;

    private final BenchStack bench;
    private final DeviceFleet fleet;
    private final Sipp called;
    private final int callingPort;
    private int runs;

    private CallLoad(BenchStack bench, DeviceFleet fleet, Sipp called, int callingPort) {
        this.bench = bench;
        this.fleet = fleet;
        this.called = called;
        this.callingPort = callingPort;
    }

    /**
     * What one run showed.
     *
     * @param way how calls were set up
     * @param rate calls begun in a second
     * @param sipp what SIPp saw
     * @param asteriskCpu processor time of Asterisk for one call, in milliseconds
     * @param portalCpu the same of the portal
     */
    record Outcome(Way way, int rate, SippResult sipp, double asteriskCpu, double portalCpu) {

        /** From the INVITE that carries the digest to 180. */
        Latencies ringing() {
            return sipp.times(1);
        }

        /** From the INVITE that carries the digest to 200. */
        Latencies answered() {
            return sipp.times(2);
        }

        /** Both runs as if they had been one. */
        Outcome and(Outcome other) {
            int calls = sipp.successful() + sipp.failed();
            int others = other.sipp.successful() + other.sipp.failed();
            var both = new SippResult(sipp.successful() + other.sipp.successful(), sipp.failed() + other.sipp.failed(),
                    sipp.retransmissions() + other.sipp.retransmissions(), sipp.seconds() + other.sipp.seconds(),
                    Map.of("1", ringing().and(other.ringing()), "2", answered().and(other.answered())),
                    sipp.errors() + other.sipp.errors());
            return new Outcome(way, rate, both, mean(asteriskCpu, calls, other.asteriskCpu, others),
                    mean(portalCpu, calls, other.portalCpu, others));
        }

        private static double mean(double first, int firstWeight, double second, int secondWeight) {
            return (first * firstWeight + second * secondWeight) / Math.max(1, firstWeight + secondWeight);
        }
    }

    /** Makes the devices, registers the called ones, and lets them wait for calls. */
    static CallLoad prepare(BenchStack bench) {
        var fleet = DeviceFleet.insert(bench.stack(), "load", 2 * PHONES);
        // The native way, added to the running dialplan: Asterisk's files stay as they are shipped.
        var added = bench.stack().asterisk().cli("dialplan add extension _" + NATIVE_PREFIX
                + ".,1,Dial(PJSIP/${EXTEN:" + NATIVE_PREFIX.length() + "},30) into from-device");
        if (!added.ok()) {
            throw new IllegalStateException("cannot add the native way: " + added.tail());
        }
        List<Integer> ports = Ports.free(2);
        var registered = Sipp.run(new SippPlan("register", bench.folder("register-called"), ports.getFirst(),
                bench.sipPort(), IntStream.range(PHONES, 2 * PHONES).mapToObj(i -> List.of(fleet.username(i),
                        SippPlan.authentication(fleet.username(i), fleet.password(i)), "" + REGISTRATION.toSeconds()))
                        .toList(), 50, PHONES, Duration.ofSeconds(60)));
        if (registered.failed() > 0) {
            throw new IllegalStateException("called phones could not register: " + registered);
        }
        var called = Sipp.listen(new SippPlan("called", bench.folder("called"), ports.getFirst(), 0, List.of(), 1, MANY,
                REGISTRATION));
        return new CallLoad(bench, fleet, called, ports.getLast());
    }

    /** Makes calls for a while. */
    Outcome run(Way way, int rate, Duration duration) {
        int calls = (int) (rate * duration.toSeconds());
        var plan = new SippPlan("calling", bench.folder("calling-" + runs++), callingPort, bench.sipPort(), pairs(way),
                rate, calls, duration.plusSeconds(DRAIN_SECONDS));
        double asterisk = CpuTime.milliseconds(bench.asteriskPid());
        double portal = CpuTime.milliseconds(bench.portalPid());
        SippResult result = Sipp.run(plan);
        return new Outcome(way, rate, result, (CpuTime.milliseconds(bench.asteriskPid()) - asterisk) / calls,
                (CpuTime.milliseconds(bench.portalPid()) - portal) / calls);
    }

    /** Each caller calls a called phone; the next round pairs them otherwise. */
    private List<List<String>> pairs(Way way) {
        return IntStream.range(0, 10 * PHONES).mapToObj(i -> {
            int caller = i % PHONES;
            int callee = PHONES + (i + i / PHONES) % PHONES;
            String dialled = switch (way) {
                case NATIVE -> NATIVE_PREFIX + fleet.username(callee);
                case ENGINE -> fleet.number(callee);
            };
            return List.of(fleet.username(caller), SippPlan.authentication(fleet.username(caller), fleet.password(caller)),
                    dialled);
        }).toList();
    }

    @Override
    public void close() {
        called.close();
    }
}
