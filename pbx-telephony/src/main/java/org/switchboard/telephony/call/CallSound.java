package org.switchboard.telephony.call;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriException;

/**
 * What the caller hears and presses while we hold the channel, and the ledger of what must not outlive the call.
 *
 * <p>A channel's sounds have few ids, used by turns: an engine that takes over from a dead one stops them all without having
 * known them.
 */
final class CallSound {

    private static final Logger log = LoggerFactory.getLogger(CallSound.class);
    private static final int IDS = 4;
    private static final int STOPS = 20;

    private final CallLine line;
    private final AriClient ari;
    private final Duration patience;
    private final Set<String> playing = new LinkedHashSet<>();
    private final Set<String> recording = new LinkedHashSet<>();
    private int sounds;

    CallSound(CallLine line, CallTools tools) {
        this.line = line;
        this.ari = tools.ari();
        this.patience = tools.patience().whileHeld();
    }

    /** Plays to the end; keys pressed meanwhile are kept. */
    void play(List<String> media) {
        if (!media.isEmpty()) {
            awaitEnd(start(media), false);
        }
    }

    /** Plays until the end or the first key, and collects keys. */
    String gather(List<String> media, GatherRules rules) {
        var typed = new StringBuilder();
        var enough = takeTypedAhead(typed, rules);
        if (!enough && typed.isEmpty() && !media.isEmpty()) {
            var id = start(media);
            var key = awaitEnd(id, true);
            if (key != null) {
                stop(id);
                enough = add(key, typed, rules);
            }
        }
        while (!enough) {
            var key = line.key(typed.isEmpty() ? rules.firstDigit() : rules.betweenDigits());
            enough = key == null || add(key, typed, rules);
        }
        return typed.toString();
    }

    private boolean takeTypedAhead(StringBuilder typed, GatherRules rules) {
        var enough = false;
        var key = line.key(Duration.ZERO);
        while (key != null) {
            enough = add(key, typed, rules);
            key = enough ? null : line.key(Duration.ZERO);
        }
        return enough;
    }

    /** Plays, or leaves what is heard as it is, until a key, news, the end of the sound or of the time; the sound is over then. */
    Woken await(List<String> media, Duration atMost, InstantSource clock) {
        var end = clock.instant().plus(atMost);
        var id = media.isEmpty() ? "" : start(media);
        while (true) {
            var left = Duration.between(clock.instant(), end);
            var wait = left.isNegative() ? Duration.ZERO : left.compareTo(patience) < 0 ? left : patience;
            var woken = switch (line.anything(wait)) {
                case null -> whenNothingCame(id, !clock.instant().isBefore(end));
                case CallMessage.Played(var ended) when ended.equals(id) -> {
                    playing.remove(id);
                    yield new Woken.Played();
                }
                case CallMessage.Pressed(var key) -> new Woken.Key(key);
                case CallMessage.Told(var news) -> new Woken.Told(news);
                default -> null;
            };
            if (woken != null) {
                if (playing.contains(id)) {
                    stop(id);
                }
                return woken;
            }
        }
    }

    /** An event may have been missed, so Asterisk is asked about a long silence: about the channel, and about the sound. */
    private Woken whenNothingCame(String id, boolean timeIsUp) {
        if (timeIsUp) {
            return new Woken.TimeIsUp();
        }
        if (!line.isGoingOn(client -> id.isEmpty() || client.sound().isPlaying(id))) {
            playing.remove(id);
            return new Woken.Played();
        }
        return null;
    }

    /** Whether that was the last key wanted. */
    private static boolean add(CallMessage.Pressed key, StringBuilder typed, GatherRules rules) {
        if (rules.isTerminator(key.digit())) {
            return true;
        }
        typed.append(key.digit());
        return rules.isEnough(typed.toString());
    }

    private String start(List<String> media) {
        var id = id(sounds++ % IDS);
        playing.add(id);
        line.command(client -> client.sound().play(line.channelId(), id, media));
        return id;
    }

    private String id(int turn) {
        return "pbx" + turn + "-" + line.channelId();
    }

    /** The key that ended the waiting; null when the sound itself ended. */
    private CallMessage.Pressed awaitEnd(String id, boolean untilKey) {
        while (true) {
            switch (line.news(patience, untilKey)) {
                case null -> {
                    if (!line.isGoingOn(client -> client.sound().isPlaying(id))) {
                        playing.remove(id);
                        return null;
                    }
                }
                case CallMessage.Played(var ended) when ended.equals(id) -> {
                    playing.remove(id);
                    return null;
                }
                case CallMessage.Pressed key -> {
                    return key;
                }
                default -> log.trace("Call {} hears of something that is over", line.channelId());
            }
        }
    }

    /** Asterisk cannot stop a sound in the instant in which it begins; a moment later it can. */
    private void stop(String id) {
        for (var i = 0; i < STOPS; i++) {
            if (line.ask(client -> client.sound().stopPlayback(id))) {
                playing.remove(id);
                return;
            }
        }
        log.warn("Call {}: Asterisk does not stop what it plays", line.channelId());
    }

    /** Records to the end; keys pressed meanwhile are forgotten, since they were meant for the recording. */
    Recorded record(RecordRules rules) {
        recording.add(rules.name());
        line.command(client -> client.sound().record(line.channelId(), rules.name(), rules.format(),
                Math.toIntExact(rules.atMost().toSeconds()), Math.toIntExact(rules.silence().toSeconds()), rules.beep()));
        var length = awaitRecorded(rules.name());
        recording.remove(rules.name());
        line.mailbox().forgetKeys();
        return new Recorded(rules.name(), rules.format(), length);
    }

    private Duration awaitRecorded(String name) {
        while (true) {
            switch (line.news(patience, false)) {
                case null -> {
                    if (!line.isGoingOn(client -> client.sound().isRecording(name))) {
                        return Duration.ZERO;
                    }
                }
                case CallMessage.Recorded(var ended, var seconds) when ended.equals(name) -> {
                    return Duration.ofSeconds(seconds);
                }
                default -> log.trace("Call {} hears of something that is over", line.channelId());
            }
        }
    }

    /** Stops what an engine that died may have left playing on this channel. */
    void stopAll() {
        for (var turn = 0; turn < IDS; turn++) {
            var id = id(turn);
            if (line.ask(client -> client.sound().isPlaying(id))) {
                stop(id);
                // Its end must not be taken for the end of the next one with this id.
                awaitEnd(id, false);
            }
        }
    }

    /** Stops what is still going on. What is gone already counts as released. */
    void release() {
        playing.forEach(id -> release(() -> ari.sound().stopPlayback(id)));
        recording.forEach(name -> release(() -> ari.sound().stopRecording(name)));
        playing.clear();
        recording.clear();
    }

    private void release(Runnable request) {
        try {
            request.run();
        } catch (AriException e) {
            log.debug("Call {}: a sound could not be stopped; it ends with its channel: {}", line.channelId(), e.getMessage());
        }
    }
}
