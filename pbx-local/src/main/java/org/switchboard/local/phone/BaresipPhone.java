package org.switchboard.local.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.switchboard.local.Ports;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Await;
import org.switchboard.local.process.Shell;

/**
 * A real telephone: the soft phone baresip (1.0 or later) as a process of its own, with a folder of its own. It sends a
 * tone as its voice and keeps what it hears. Every wait has a deadline; a wait that ends without its event throws
 * {@link AssertionError} with what the phone did say.
 */
public final class BaresipPhone implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);
    /** Ports in a row that one phone needs: SIP (UDP and TCP), SIP over TLS, control. */
    private static final int PORTS = 3;
    private static final int START_TRIES = 3;

    private final PhoneSettings settings;
    private final Child child;
    private final ControlLink control;
    private final PhoneRecord record;
    private final Ear ear;

    private BaresipPhone(PhoneSettings settings, Child child, ControlLink control, PhoneRecord record, Ear ear) {
        this.settings = settings;
        this.child = child;
        this.control = control;
        this.record = record;
        this.ear = ear;
    }

    /**
     * Starts a phone; it does not register by itself.
     *
     * @param folder where its own folder is made
     * @param clock stamps what it says
     */
    public static BaresipPhone start(PhoneSettings settings, Path folder, InstantSource clock) {
        Path program = Shell.find("baresip").orElseThrow(() -> new Refusal(
                "The soft phone baresip is missing: install it with 'apt-get install baresip-core'."));
        for (int attempt = 1; ; attempt++) {
            var started = attempt(program, settings, folder.resolve(settings.name()), clock);
            if (started.isPresent()) {
                return started.get();
            }
            if (attempt == START_TRIES) {
                throw new IllegalStateException("the phone " + settings.name() + " does not start: see "
                        + folder.resolve(settings.name()));
            }
        }
    }

    /** One try; empty when the phone ended at once, as it does when somebody took its port meanwhile. */
    private static Optional<BaresipPhone> attempt(Path program, PhoneSettings settings, Path home, InstantSource clock) {
        int port = Ports.freeRange(PORTS);
        var record = new PhoneRecord();
        try {
            BaresipFiles.write(home, settings, port);
            var child = Child.start(new ProcessBuilder(program.toString(), "-s", "-f", ".").directory(home.toFile())
                    .redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()));
            var process = child.process();
            var trace = new SipTrace(port, settings.account().port(), clock, record::add);
            Thread.ofVirtual().name("phone-output-" + settings.name())
                    .start(() -> trace.read(process.getInputStream(), home.resolve("output.log")));
            var link = new ControlLink[1];
            boolean up = Await.until(START_LIMIT, () -> {
                link[0] = connect(port + PORTS - 1, clock, record);
                return link[0] != null || !process.isAlive();
            });
            if (!up || link[0] == null) {
                child.close();
                return Optional.empty();
            }
            return Optional.of(new BaresipPhone(settings, child, link[0], record, new Ear(home)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ControlLink connect(int port, InstantSource clock, PhoneRecord record) {
        try {
            return new ControlLink(port, clock, record::add);
        } catch (IOException notYet) {
            return null;
        }
    }

    /** How it was set up. */
    public PhoneSettings settings() {
        return settings;
    }

    /** What it hears. */
    public Ear ear() {
        return ear;
    }

    /** All it said so far. */
    public List<PhoneEvent> events() {
        return record.events();
    }

    /** All SIP messages that crossed its wire so far. */
    public List<SipMessage> messages() {
        return record.messages();
    }

    /** All its calls so far, oldest first. */
    public List<PhoneCall> calls() {
        return record.calls();
    }

    /** Makes its account known and registers; returns at once, see {@link #awaitEvent}. */
    public void register() {
        control.command("uanew", BaresipFiles.account(settings));
    }

    /** Takes its account away: unregisters, and ends what calls there are. */
    public void unregister() {
        var account = settings.account();
        control.command("uadel", "sip:" + account.username() + "@" + account.host() + ":" + account.port());
    }

    /**
     * Dials.
     *
     * @param number as a person types it; goes into the URI's user part as it is
     */
    public void dial(String number) {
        var account = settings.account();
        control.command("dial", "sip:" + number + "@" + account.host() + ":" + account.port());
    }

    /** Answers the call. */
    public void answer(PhoneCall call) {
        select(call);
        control.command("accept", null);
    }

    /** Hangs up, or refuses with 486 while it rings. */
    public void hangUp(PhoneCall call) {
        select(call);
        control.command("hangup", null);
    }

    /**
     * Puts on hold with a re-INVITE. From then on {@link #ear()} is deaf to this call, also after {@link #resume}:
     * baresip 1.0 drops the filter that records what is decoded when the direction changes. Keys still come through.
     */
    public void hold(PhoneCall call) {
        select(call);
        control.command("hold", null);
    }

    /** Takes back from hold. */
    public void resume(PhoneCall call) {
        select(call);
        control.command("resume", null);
    }

    /** Presses keys during a call (RFC 4733 events). */
    public void press(PhoneCall call, String digits) {
        for (char digit : digits.toCharArray()) {
            select(call);
            control.command("sndcode", String.valueOf(digit));
        }
    }

    /** Blind transfer (RFC 5589 section 6). */
    public void transfer(PhoneCall call, String number) {
        select(call);
        control.command("transfer", number);
    }

    /**
     * Attended transfer (RFC 5589 section 7): gives the other end of {@code call} to the other end of
     * {@code consultation}. The phone has no command for it, so the {@code Replaces} (RFC 3891) is put together here.
     */
    public void transfer(PhoneCall call, PhoneCall consultation) {
        var established = record.messages().stream()
                .filter(m -> m.callId().equals(consultation.id()) && m.concerns("INVITE"))
                .filter(m -> m.status().filter(status -> status == 200).isPresent())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("the consultation is not answered"));
        String from = established.parameter("From", "tag").orElseThrow();
        String to = established.parameter("To", "tag").orElseThrow();
        String account = settings.account().host() + ":" + settings.account().port();
        select(call);
        control.command("transfer", "<sip:" + consultation.peerNumber() + "@" + account + "?Replaces="
                + consultation.id() + "%3Bto-tag%3D" + to + "%3Bfrom-tag%3D" + from + ">");
    }

    /** Waits for an event that is there already or comes in time. */
    public PhoneEvent awaitEvent(Duration limit, String what, Predicate<PhoneEvent> wanted) {
        return record.await(limit, () -> record.events().stream().filter(wanted).findFirst())
                .orElseThrow(() -> tooLate(what, limit));
    }

    /** Waits for a SIP message that is there already or comes in time. */
    public SipMessage awaitMessage(Duration limit, String what, Predicate<SipMessage> wanted) {
        return record.await(limit, () -> record.messages().stream().filter(wanted).findFirst())
                .orElseThrow(() -> tooLate(what, limit));
    }

    /** Waits for a call that fits, the newest if several do. */
    public PhoneCall awaitCall(Duration limit, String what, Predicate<PhoneCall> wanted) {
        return record.await(limit, () -> record.calls().stream().filter(wanted).reduce((first, second) -> second))
                .orElseThrow(() -> tooLate(what, limit));
    }

    /** Ends the phone at once; it unregisters when told in time, see {@link #unregister()}. */
    @Override
    public void close() {
        control.close();
        child.close();
    }

    /** Ends the phone as a power cut does: nobody is told. */
    public void kill() {
        child.kill();
        control.close();
    }

    private void select(PhoneCall call) {
        control.command("callfind", call.id());
    }

    private AssertionError tooLate(String what, Duration limit) {
        return new AssertionError(settings.name() + " waited " + limit.toMillis() + " ms for: " + what + "\nits calls: "
                + record.calls() + "\nit said: " + record.events().stream()
                .map(e -> e.at() + " " + e.type() + " " + e.parameter()).toList()
                + "\non its wire: " + record.messages().stream()
                .map(m -> m.at() + (m.sent() ? " > " : " < ") + m.startLine()).toList());
    }
}
