package org.switchboard.telephony.engine;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.switchboard.telephony.ari.AriChannel;
import org.switchboard.telephony.ari.AriException;
import org.switchboard.telephony.ari.AriRequest;
import org.switchboard.telephony.ari.AriResponse;
import org.switchboard.telephony.ari.AriTransport;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * An Asterisk of which a test decides everything: which channels there are, what it answers, and what happens just
 * before it answers. It keeps the rules that matter: a channel takes commands only while it is in our application.
 */
final class FakeAsterisk implements AriTransport {

    private final JsonMapper json = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    private final Map<String, FakeChannel> channels = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Deque<Integer> statuses = new ArrayDeque<>();
    private final Map<String, Runnable> beforeReply = new HashMap<>();
    private boolean reachable = true;

    /** A channel that has just come into our application. */
    synchronized AriChannel incoming(String id, String device, String dialled) {
        return enter(id, device, dialled, "new");
    }

    /** A channel that is in our application, with the arguments of {@code Stasis(pbx,…)}. */
    synchronized AriChannel enter(String id, String device, String exten, String args) {
        var channel = channels.computeIfAbsent(id, _ -> new FakeChannel(id, device));
        channel.waiting = true;
        channel.exten = exten;
        channel.args = args;
        if (args.equals("transfer")) {
            // As the dialplan's context from-transfer does.
            channel.variables.remove("PBX_NODE");
        }
        return channel.toAri();
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

    /** The commands carried out so far, such as {@code continue pbx-ring s}. */
    List<String> commands() {
        return List.copyOf(commands);
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
        var parts = request.path().split("/");
        if (parts.length == 2) {
            return new AriResponse(200, json.writeValueAsString(channels.values().stream().map(FakeChannel::toAri).toList()));
        }
        var channel = channels.get(URLDecoder.decode(parts[2], StandardCharsets.UTF_8));
        if (channel == null) {
            return new AriResponse(404, "no channel");
        }
        return switch (request.method()) {
            case "GET" -> new AriResponse(200, json.writeValueAsString(channel.toAri()));
            case "DELETE" -> {
                commands.add("hangup " + request.query().get("reason_code"));
                channels.remove(channel.id);
                yield new AriResponse(204, "");
            }
            default -> channel.waiting ? command(channel, parts[3], request.query()) : new AriResponse(409, "not in application");
        };
    }

    private AriResponse command(FakeChannel channel, String command, Map<String, String> query) {
        if (command.equals("variable")) {
            var name = query.get("variable");
            var names = name.substring("ARRAY(".length(), name.length() - 1).split(",");
            var values = query.get("value").split(",", -1);
            for (var i = 0; i < names.length; i++) {
                channel.variables.put(names[i], values[i]);
            }
            commands.add("set " + channel.variables.get("PBX_RING"));
        } else {
            channel.waiting = false;
            commands.add("continue " + query.get("context") + " " + query.get("extension"));
        }
        return new AriResponse(204, "");
    }

    /** A channel. */
    private static final class FakeChannel {

        private final String id;
        private final String device;
        private final Map<String, String> variables = new HashMap<>();
        private boolean waiting;
        private String exten = "";
        private String args = "";

        FakeChannel(String id, String device) {
            this.id = id;
            this.device = device;
        }

        AriChannel toAri() {
            var place = waiting ? new AriChannel.DialplanPlace("from-device", exten, 1, "Stasis", "pbx," + args)
                    : new AriChannel.DialplanPlace("pbx-ring", "s", 1, "Dial", "");
            return new AriChannel(id, "PJSIP/" + device + "-00000001", "Ring", null, null, place, null,
                    new HashMap<>(variables), "", "");
        }
    }
}
