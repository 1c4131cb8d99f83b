package org.switchboard.telephony.engine;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.ari.AriRequest;
import org.switchboard.telephony.ari.AriResponse;
import org.switchboard.telephony.ari.AriTransport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Asterisk of which a test decides everything: which channels there are, what it answers, and what happens just
 * before it answers. It keeps the rules that matter: a channel takes commands only while it is in our application, and
 * hears no keys elsewhere.
 *
 * <p>Given a {@link VirtualTime} and a {@link FakeWorld}, it lives by itself: sounds end, phones ring, channels come back.
 */
final class FakeAsterisk implements AriTransport {

    private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    private final VirtualTime time;
    private final FakeWorld world;
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final FakeSounds sounds;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Map<String, Runnable> beforeReply = new HashMap<>();
    private List<AriEventListener> control = List.of();
    private List<AriEventListener> live = List.of();
    private boolean reachable = true;
    private String tenant = "";

    /** Of which the test does everything by hand. */
    FakeAsterisk() {
        this(null, null);
    }

    /** Which lives by itself. */
    FakeAsterisk(VirtualTime time, FakeWorld world) {
        this.time = time;
        this.world = world;
        this.sounds = new FakeSounds(time, this::tellControl);
    }

    /** Who hears the events of a living one: as the application that controls, and as the one that only listens. */
    void tell(AriEventListener controlling, AriEventListener listening) {
        control = List.of(controlling);
        live = List.of(listening);
    }

    /** The engine is gone: what happens now is not heard by anybody. */
    void tellNobody() {
        control = List.of();
        live = List.of();
    }

    /** A call comes in by a device or a trunk, after a while. */
    void calls(Duration after, String id, String endpoint, String dialled, String callerNumber) {
        time.after(after, () -> {
            channel(id, endpoint).caller = new AriChannel.CallerId("", callerNumber);
            starts(enter(id, endpoint, dialled, "new"), "new");
        });
    }

    /** The caller presses keys after a while, one each tenth of a second; those for which nobody listens are lost, as in reality. */
    void presses(Duration after, String id, String keys) {
        for (var i = 0; i < keys.length(); i++) {
            var key = keys.substring(i, i + 1);
            time.after(after.plusMillis(100L * i), () -> press(id, key));
        }
    }

    private void press(String id, String key) {
        var channel = lookIfWaiting(id);
        if (channel != null) {
            tellControl(new AriEvent.ChannelDtmfReceived(time.instant(), key, 100, channel));
        }
    }

    private synchronized AriChannel lookIfWaiting(String id) {
        var channel = channels.get(id);
        return channel != null && channel.waiting ? channel.toAri() : null;
    }

    /** The caller hangs up after a while. */
    void hangsUp(Duration after, String id) {
        time.after(after, () -> ends(id));
    }

    /** A channel that has just come into our application. */
    synchronized AriChannel incoming(String id, String device, String dialled) {
        return enter(id, device, dialled, "new");
    }

    /** A channel that is in our application, with the arguments of {@code Stasis(pbx,…)}. */
    synchronized AriChannel enter(String id, String device, String exten, String args) {
        var channel = channel(id, device);
        channel.waiting = true;
        channel.exten = exten;
        channel.args = args;
        if (args.equals("transfer")) {
            // As the dialplan's context from-transfer does.
            channel.variables.remove("PBX_NODE");
        }
        return channel.toAri();
    }

    private synchronized FakeChannel channel(String id, String endpoint) {
        return channels.computeIfAbsent(id, _ -> new FakeChannel(id, endpoint, tenant));
    }

    /** What {@code channel} looks like now. */
    synchronized AriChannel look(String id) {
        return channels.get(id).toAri();
    }

    synchronized void hangUp(String id) {
        channels.remove(id);
    }

    synchronized boolean exists(String id) {
        return channels.containsKey(id);
    }

    /** The next request is answered with this status instead. */
    synchronized void answerNextWith(int status) {
        statuses.add(status);
    }

    synchronized void reachable(boolean now) {
        reachable = now;
    }

    /** Something that happens after a command was carried out and before its reply. */
    synchronized void beforeReplyTo(String command, Runnable happening) {
        beforeReply.put(command, happening);
    }

    /** The commands carried out so far, such as {@code continue pbx-ring s} or {@code play sound:a sound:b}. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** What an Asterisk would have to suffer: commands that come at a wrong time. */
    List<String> violations() {
        return List.copyOf(violations);
    }

    /** What exists now and should not when all is over: channels, sounds, recordings. */
    synchronized Set<String> leftovers() {
        var left = new TreeSet<>(channels.keySet());
        left.addAll(sounds.ids());
        return left;
    }

    @Override
    public AriResponse send(AriRequest request) {
        var reply = carryOut(request);
        var happening = takeHappening(request.path().substring(request.path().lastIndexOf('/') + 1));
        if (happening != null) {
            happening.run();
        }
        return reply;
    }

    private synchronized Runnable takeHappening(String command) {
        return beforeReply.remove(command);
    }

    private synchronized AriResponse carryOut(AriRequest request) {
        if (!reachable) {
            throw new AriException("cut", new IOException("cut"));
        }
        if (!statuses.isEmpty()) {
            return new AriResponse(statuses.remove(), "as told");
        }
        var parts = Arrays.stream(request.path().split("/")).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
        return switch (parts.get(1)) {
            case "channels" -> parts.size() == 2 ? all() : ofChannel(request, parts);
            case "playbacks" -> ofSound(request.method(), parts.get(2));
            case "recordings" -> ofSound(parts.size() > 4 ? "DELETE" : "GET", parts.get(3));
            default -> new AriResponse(200, "[]");
        };
    }

    private AriResponse all() {
        return new AriResponse(200, JSON.writeValueAsString(channels.values().stream().map(FakeChannel::toAri).toList()));
    }

    private AriResponse ofSound(String method, String name) {
        if (!sounds.exists(name)) {
            return new AriResponse(404, "no sound");
        }
        if (method.equals("DELETE")) {
            commands.add("stop");
            sounds.stop(name);
        }
        return new AriResponse(200, "{}");
    }

    private AriResponse ofChannel(AriRequest request, List<String> parts) {
        var channel = channels.get(parts.get(2));
        if (channel == null) {
            return new AriResponse(404, "no channel");
        }
        if (parts.size() == 3 && request.method().equals("GET")) {
            return new AriResponse(200, JSON.writeValueAsString(channel.toAri()));
        }
        if (parts.size() == 3) {
            commands.add("hangup " + request.query().get("reason_code"));
            channels.remove(channel.id);
            if (time != null) {
                var last = channel.toAri();
                time.after(Duration.ZERO, () -> gone(last));
            }
            return new AriResponse(204, "");
        }
        if (!channel.waiting) {
            violations.add(request.method() + " " + request.path());
            return new AriResponse(409, "not in application");
        }
        return command(channel, request, parts);
    }

    private AriResponse command(FakeChannel channel, AriRequest request, List<String> parts) {
        switch (parts.get(3)) {
            case "variable" -> set(channel, request.query());
            case "answer" -> {
                channel.up = true;
                commands.add("answer");
            }
            case "ring" -> commands.add(request.method().equals("POST") ? "ring" : "ring stop");
            case "play" -> play(channel, parts.get(4),
                    JSON.readValue(request.body(), new TypeReference<Map<String, List<String>>>() { }).get("media"));
            case "record" -> record(channel, request.query().get("name"));
            case "moh" -> commands.add(request.method().equals("POST") ? "music" : "music stop");
            default -> goOn(channel, request.query().get("context"), request.query().get("extension"));
        }
        return new AriResponse(204, "");
    }

    private void set(FakeChannel channel, Map<String, String> query) {
        var name = query.get("variable");
        var names = name.substring("ARRAY(".length(), name.length() - 1).split(",");
        var values = query.get("value").split(",", -1);
        for (var i = 0; i < names.length; i++) {
            channel.variables.put(names[i], values[i]);
        }
        if (Arrays.asList(names).contains("PBX_RING")) {
            commands.add("set " + channel.variables.get("PBX_RING"));
        }
    }

    private void play(FakeChannel channel, String id, List<String> media) {
        commands.add("play " + String.join(" ", media));
        var length = time == null ? Duration.ZERO : media.stream().map(world::lengthOf).reduce(Duration.ZERO, Duration::plus);
        begin(id, channel, length, false);
        if (time != null) {
            world.plays(channel.id, media);
        }
    }

    private void record(FakeChannel channel, String name) {
        commands.add("record " + name);
        begin(name, channel, time == null ? Duration.ZERO : world.speaks(channel.id, name), true);
    }

    private void begin(String id, FakeChannel channel, Duration length, boolean recorded) {
        if (!sounds.begin(id, channel.id, length, recorded)) {
            violations.add("two sounds of one id");
        }
    }

    private void goOn(FakeChannel channel, String context, String exten) {
        if (sounds.isHeardBy(channel.id)) {
            violations.add("continue while a sound plays");
        }
        channel.waiting = false;
        channel.context = context;
        commands.add("continue " + context + " " + exten);
        if (time != null) {
            meets(channel, world.handedOver(channel.id, context, exten, Map.copyOf(channel.variables)));
        }
    }

    private void meets(FakeChannel channel, FakeWorld.Fate fate) {
        switch (fate) {
            case FakeWorld.Fate.Back(var after, var results) -> {
                var args = "back," + channel.context.replaceFirst("pbx-(dial)?(-out)?", "$1") + "," + channel.variables.get("PBX_TURN")
                        + "," + String.join(",", results);
                time.after(after, () -> comesBack(channel, args));
            }
            case FakeWorld.Fate.Answered(var after, var talk) -> {
                time.after(after, () -> answered(channel.id));
                time.after(after.plus(talk), () -> ends(channel.id));
            }
            case FakeWorld.Fate.Ends(var after) -> time.after(after, () -> ends(channel.id));
            case FakeWorld.Fate.InTheWorldsHands _ -> {
                // The world says what comes next.
            }
        }
    }

    /** A phone is called for a channel that was handed over: the events of a leg that begins to ring. */
    void legBegins(String callerId, String legId, String endpoint) {
        synchronized (this) {
            var leg = channel(legId, endpoint);
            leg.variables.put("CHANNEL(linkedid)", callerId);
            leg.context = "pbx-ring";
        }
        tellLive(new AriEvent.ChannelCreated(instant(), look(legId)));
        tellLive(new AriEvent.Dial(instant(), look(callerId), look(legId), ""));
    }

    /** A leg answers, and talks with its caller. */
    void legAnswers(String callerId, String legId) {
        synchronized (this) {
            var leg = channels.get(legId);
            leg.up = true;
            leg.variables.put("PBX_OFFER", channels.get(callerId).variables.getOrDefault("_PBX_OFFER", ""));
        }
        tellLive(new AriEvent.Dial(instant(), look(callerId), look(legId), "ANSWER"));
    }

    /** A leg is gone; nothing happens when it is already. */
    void legEnds(String legId, int cause) {
        legEnds(legId, cause, Duration.ZERO);
    }

    /** The same; that it is gone is heard of a while later. */
    void legEnds(String legId, int cause, Duration heardAfter) {
        if (exists(legId)) {
            var last = look(legId);
            hangUp(legId);
            time.after(heardAfter, () -> gone(last, cause));
        }
    }

    /** A channel that was handed to ring comes back with Dial's words. */
    void ringingEnds(String callerId, String status, String cause) {
        if (exists(callerId)) {
            FakeChannel channel;
            synchronized (this) {
                channel = channels.get(callerId);
            }
            comesBack(channel, "back,ring," + channel.variables.get("PBX_TURN") + "," + status + "," + cause);
        }
    }

    /** A phone makes a call of its own, which is none of ours. */
    void callsElsewhere(String id, String endpoint, Duration length) {
        synchronized (this) {
            channel(id, endpoint).context = "elsewhere";
        }
        tellLive(new AriEvent.ChannelCreated(instant(), look(id)));
        time.after(length, () -> legEnds(id, 16));
    }

    /** The company to which channels belong from now on. */
    synchronized void company(UUID tenantId) {
        tenant = tenantId.toString();
    }

    private void tellLive(AriEvent event) {
        live.forEach(listener -> listener.onEvent(event));
    }

    private void comesBack(FakeChannel channel, String args) {
        if (exists(channel.id)) {
            starts(enter(channel.id, channel.endpoint, "s", args), args.split(",", -1));
        }
    }

    private void starts(AriChannel channel, String... args) {
        tellControl(new AriEvent.StasisStart(time.instant(), "pbx", List.of(args), channel));
    }

    private void answered(String id) {
        if (exists(id)) {
            var channel = look(id);
            live.forEach(listener -> listener.onEvent(new AriEvent.Dial(time.instant(), channel, channel, "ANSWER")));
        }
    }

    private void ends(String id) {
        if (exists(id)) {
            var last = look(id);
            hangUp(id);
            gone(last);
        }
    }

    private void gone(AriChannel last) {
        gone(last, 16);
    }

    private void gone(AriChannel last, int cause) {
        sounds.forget(last.id());
        tellLive(new AriEvent.ChannelDestroyed(instant(), cause, "Normal", last));
        if (world != null) {
            world.gone(last.id());
        }
    }

    private Instant instant() {
        return time.instant();
    }

    private void tellControl(AriEvent event) {
        control.forEach(listener -> listener.onEvent(event));
    }
}
