package org.switchboard.local.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call between a provider and the PBX. */
public final class ProviderCall {

    private static final Pattern MEDIA_PORT = Pattern.compile("(?m)^m=audio (\\d+) ");

    private final SipProvider provider;
    private final String id;
    private final boolean incoming;
    private final List<SipMessage> messages = new CopyOnWriteArrayList<>();
    private final AtomicBoolean talked = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ProviderSound sound;
    private volatile SipMessage invite;
    private volatile SipMessage answer;
    private String uri = "";
    private String from = "";
    private String to = "";
    private String more = "";

    private ProviderCall(SipProvider provider, String id, boolean incoming) {
        this.provider = provider;
        this.id = id;
        this.incoming = incoming;
        this.sound = ProviderSound.open(provider.address());
    }

    static ProviderCall incoming(SipProvider provider, SipMessage invite) {
        var call = new ProviderCall(provider, invite.callId(), true);
        call.invite = invite;
        call.messages.add(invite);
        call.hear(invite);
        return call;
    }

    static ProviderCall outgoing(SipProvider provider, String id, String uri, String to, String from, String more) {
        var call = new ProviderCall(provider, id, false);
        call.uri = uri;
        call.to = "<sip:" + to + "@" + provider.address() + ">";
        call.from = (from.isEmpty() ? "\"Anonymous\" <sip:anonymous@anonymous.invalid>" : "<sip:" + from + "@" + provider.address() + ">")
                + ";tag=" + id;
        call.more = more;
        return call;
    }

    /** Its Call-ID. */
    public String id() {
        return id;
    }

    /** Whether the PBX has sent it out. */
    public boolean isIncoming() {
        return incoming;
    }

    /** The INVITE that began it. */
    public SipMessage invite() {
        return invite;
    }

    /** The status codes that the PBX has answered, in order. */
    public List<Integer> statuses() {
        return messages.stream().filter(message -> message.concerns("INVITE")).flatMap(message -> message.status().stream()).toList();
    }

    /** Whether the PBX has sent a request of this method within the call. */
    public boolean got(String method) {
        return messages.stream().anyMatch(message -> message.isRequest(method));
    }

    /** Whether it is over, by whichever side. */
    public boolean isOver() {
        return ended.get();
    }

    /** Whether both sides have agreed to talk. */
    public boolean isTalking() {
        return talked.get() && !ended.get();
    }

    /** Waits for the PBX's final answer, and gives its code. */
    public int awaitFinal(Duration atMost) {
        SipProvider.await(atMost, "a final answer", () -> statuses().stream().anyMatch(status -> status >= 200));
        return statuses().stream().filter(status -> status >= 200).findFirst().orElseThrow();
    }

    /** Waits until both talk. */
    public ProviderCall awaitTalk(Duration atMost) {
        SipProvider.await(atMost, "a talk", this::isTalking);
        return this;
    }

    /** Waits until it is over. */
    public void awaitEnd(Duration atMost) {
        SipProvider.await(atMost, "the end of the call", ended::get);
    }

    /** What the provider's side hears. */
    public ProviderSound sound() {
        return sound;
    }

    /** Ends the call, answered or not. */
    public void hangUp() {
        if (ended.getAndSet(true)) {
            return;
        }
        if (incoming) {
            provider.send(request("BYE", 1));
        } else if (talked.get()) {
            provider.send(request("BYE", 2));
        } else {
            provider.send(head("CANCEL", uri, 1, "1", to) + "Content-Length: 0\r\n\r\n");
        }
        sound.close();
    }

    void invite(Instant now) {
        String sdp = sound.sdp();
        String text = head("INVITE", uri, 1, "1", to) + provider.contact() + more + "Content-Type: application/sdp\r\nContent-Length: " + sdp.length()
                + "\r\n\r\n" + sdp;
        invite = new SipMessage(now, true, text.replace("\r\n", "\n"));
        provider.send(text);
    }

    void reply(int status, String reason) {
        provider.send(provider.reply(invite, status, reason, provider.contact(), ""));
        if (status >= 300) {
            ended.set(true);
        }
    }

    void answer() {
        provider.send(provider.reply(invite, 200, "OK", provider.contact(), sound.sdp()));
        sound.start();
    }

    void answerAgain() {
        provider.send(provider.reply(invite, 200, "OK", provider.contact(), sound.sdp()).replaceFirst("(To: [^\r]*;tag=)[^;\r]*", "$1another"));
    }

    void say(String bytes) {
        provider.send(bytes);
    }

    void take(SipMessage message, ProviderManner manner) {
        messages.add(message);
        if (message.isRequest("ACK")) {
            talked.set(true);
        } else if (message.isRequest("BYE")) {
            provider.send(provider.reply(message, 200, "OK", "", ""));
            ended.set(true);
            sound.close();
        } else if (message.isRequest("CANCEL")) {
            cancelled(message, manner);
        } else if (message.isRequest("INVITE") || message.isRequest("UPDATE") || message.isRequest("INFO")) {
            provider.send(provider.reply(message, 200, "OK", provider.contact(), message.isRequest("INVITE") ? sound.sdp() : ""));
        } else if (!incoming && message.concerns("INVITE")) {
            answered(message);
        }
    }

    private void cancelled(SipMessage message, ProviderManner manner) {
        provider.send(provider.reply(message, 200, "OK", "", ""));
        if (manner.answersCancel()) {
            answer();
        } else {
            reply(487, "Request Terminated");
        }
    }

    private void answered(SipMessage message) {
        int status = message.status().orElse(0);
        if (status < 180) {
            return;
        }
        hear(message);
        if (status >= 200 && status < 300) {
            answer = message;
            provider.send(request("ACK", 1));
            talked.set(true);
            sound.start();
        } else if (status >= 300) {
            provider.send(head("ACK", uri, 1, "1", message.header("To").orElse("")) + "Content-Length: 0\r\n\r\n");
            ended.set(true);
            sound.close();
        }
    }

    private void hear(SipMessage message) {
        Matcher port = MEDIA_PORT.matcher(message.text());
        if (port.find()) {
            sound.to(Integer.parseInt(port.group(1)));
        }
    }

    /** A request within the dialog. */
    private String request(String method, int sequence) {
        SipMessage other = incoming ? invite : answer;
        String contact = other.header("Contact").orElse("<" + uri + ">");
        String target = contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
        if (incoming) {
            String own = provider.reply(invite, 200, "OK", "", "").lines().filter(line -> line.startsWith("To: ")).findFirst().orElseThrow().substring(4);
            from = own;
            return head(method, target, sequence, "d" + sequence, invite.header("From").orElse("")) + "Content-Length: 0\r\n\r\n";
        }
        return head(method, target, sequence, method + sequence, answer.header("To").orElse("")) + "Content-Length: 0\r\n\r\n";
    }

    private String head(String method, String target, int sequence, String branch, String wantedTo) {
        return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP " + provider.address() + ":" + provider.port() + ";rport;branch=z9hG4bK"
                + id + "-" + branch + "\r\nMax-Forwards: 70\r\nFrom: " + from + "\r\nTo: " + wantedTo + "\r\nCall-ID: " + id + "\r\nCSeq: "
                + sequence + " " + method + "\r\n";
    }

    void close() {
        sound.close();
    }
}
