package org.switchboard.local.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.switchboard.local.phone.BaresipPhone;
import org.switchboard.local.phone.Latencies;
import org.switchboard.local.phone.PhoneCall;
import org.switchboard.local.phone.PhoneSettings;
import org.switchboard.local.phone.RawSip;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** How long it takes from a change's request to the portal until phones see it. */
final class ChangeTimes {

    private static final int TIMES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final double LIVE_LIMIT = 1_000;
    private static final double PAGE_LIMIT = 300;

    private final BenchStack bench;
    private final PortalClient portal;
    private final PortalClient.Company company;

    ChangeTimes(BenchStack bench, PortalClient portal, PortalClient.Company company) {
        this.bench = bench;
        this.portal = portal;
        this.company = company;
    }

    /**
     * What came out.
     *
     * @param lines for people
     * @param good whether every figure keeps its limit
     */
    record Report(List<String> lines, boolean good) {
    }

    /** Measures all of them. */
    Report measure() {
        var made = new ArrayList<Double>();
        var gone = new ArrayList<Double>();
        api("POST", "/extensions", Map.of("number", "901", "name", "Caller"));
        try (var wire = RawSip.open(bench.sipPort())) {
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                JsonNode device = api("POST", "/extensions/901/devices", Map.of("name", "Phone " + i));
                made.add(until(began, () -> register(wire, device) == 200));
                began = System.nanoTime();
                api("DELETE", "/extensions/901/devices/" + device.path("id").asString(), null);
                gone.add(until(began, () -> register(wire, device) == 401));
            }
        }
        var renamed = renames();
        var pages = signIns();
        double worst = List.of(made, gone, renamed).stream().flatMap(List::stream).mapToDouble(Double::doubleValue).max().orElse(0);
        return new Report(List.of(line("new device until its phone is let in", made),
                line("deleted device until its phone is refused", gone),
                line("new name until a called phone shows it", renamed),
                line("password sent until the live page is there", pages)),
                worst <= LIVE_LIMIT && Latencies.of(pages.stream().mapToDouble(Double::doubleValue)).percentile(95) <= PAGE_LIMIT);
    }

    private List<Double> renames() {
        api("POST", "/extensions", Map.of("number", "902", "name", "Called"));
        var times = new ArrayList<Double>();
        try (var caller = phone("caller", "901", 440); var called = phone("called", "902", 1000)) {
            for (int i = 0; i < TIMES; i++) {
                String name = "Renamed " + i;
                long began = System.nanoTime();
                api("PATCH", "/extensions/901", Map.of("name", name));
                times.add(until(began, () -> nameShown(caller, called).equals(name)));
            }
        }
        return times;
    }

    private List<Double> signIns() {
        JsonNode admin = api("POST", "/users", Map.of("email", "admin@register.example", "name", "Ada", "role", "admin"));
        var times = new ArrayList<Double>();
        for (int i = 0; i < TIMES; i++) {
            var took = portal.signInToLivePage("admin@register.example", admin.path("password").asString());
            // The first pays for classes that are loaded once in the portal's life.
            if (i > 0) {
                times.add(took.toNanos() / 1e6);
            }
        }
        return times;
    }

    private JsonNode api(String method, String path, Map<String, ?> body) {
        return portal.send(method, path, company.token(), body);
    }

    private static int register(RawSip wire, JsonNode device) {
        return wire.register(device.path("username").asString(), device.path("password").asString()).finalStatus();
    }

    private BaresipPhone phone(String name, String number, int hertz) {
        JsonNode device = api("POST", "/extensions/" + number + "/devices", Map.of("name", "Desk " + name));
        var account = new SipAccount(device.path("username").asString(), device.path("password").asString(), "127.0.0.1",
                bench.sipPort());
        var phone = BaresipPhone.start(PhoneSettings.plain(name, account, hertz), bench.folder("phones"), Clock.systemUTC());
        phone.register();
        phone.awaitEvent(SOON, "registration", event -> event.type().equals("REGISTER_OK"));
        return phone;
    }

    private static String nameShown(BaresipPhone caller, BaresipPhone called) {
        int before = called.calls().size();
        caller.dial("902");
        PhoneCall ringing = called.awaitCall(SOON, "a call", call -> called.calls().size() > before && call.isOpen());
        called.hangUp(ringing);
        caller.awaitCall(SOON, "the refusal", call -> !call.isOpen() && caller.calls().stream().noneMatch(PhoneCall::isOpen));
        return ringing.peerName();
    }

    private static double until(long began, BooleanSupplier seen) {
        if (!Await.until(PATIENCE, seen)) {
            throw new IllegalStateException("a change was not live within " + PATIENCE.toSeconds() + " s");
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static String line(String what, List<Double> times) {
        var sorted = Latencies.of(times.stream().mapToDouble(Double::doubleValue));
        return String.format(Locale.ROOT, "%s: %.0f ms median, %.0f ms at most, of %d", what, sorted.percentile(50),
                sorted.percentile(100), sorted.count());
    }
}
