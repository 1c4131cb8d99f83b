package org.switchboard.telephony.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.switchboard.telephony.ari.AriEvent;
import org.switchboard.telephony.ari.AriPlayback;
import org.switchboard.telephony.ari.AriRecording;

/** What a fake Asterisk plays and records now. */
final class FakeSounds {

    private final VirtualTime time;
    private final Consumer<AriEvent> listener;
    private final Map<String, Sound> sounds = new LinkedHashMap<>();

    /** Without a time, sounds last until they are stopped or their channel is gone, and nobody is told. */
    FakeSounds(VirtualTime time, Consumer<AriEvent> listener) {
        this.time = time;
        this.listener = listener;
    }

    /** Begins one; false when there is one of the same id, which an Asterisk would mix up with it. */
    synchronized boolean begin(String id, String channelId, Duration length, boolean recorded) {
        var sound = new Sound(id, channelId, recorded);
        var alone = sounds.put(id, sound) == null;
        if (time != null) {
            time.after(length, () -> ends(sound, length));
        }
        return alone;
    }

    /** Asks one to stop, which it does a moment later; false when there is none. */
    synchronized boolean stop(String id) {
        var sound = sounds.get(id);
        if (sound != null) {
            sound.stopped = true;
            if (time != null) {
                time.after(Duration.ZERO, () -> ends(sound, Duration.ofSeconds(1)));
            }
        }
        return sound != null;
    }

    synchronized boolean exists(String id) {
        return sounds.containsKey(id);
    }

    /** Whether a channel hears or is recorded by one that nobody has asked to stop. */
    synchronized boolean isHeardBy(String channelId) {
        return sounds.values().stream().anyMatch(sound -> sound.channelId.equals(channelId) && !sound.stopped);
    }

    /** A channel's sounds end with it. */
    synchronized void forget(String channelId) {
        List.copyOf(sounds.values()).stream().filter(sound -> sound.channelId.equals(channelId)).forEach(this::take);
    }

    synchronized Set<String> ids() {
        return new TreeSet<>(sounds.keySet());
    }

    private void ends(Sound sound, Duration length) {
        if (take(sound)) {
            var target = "channel:" + sound.channelId;
            listener.accept(sound.recorded
                    ? new AriEvent.RecordingFinished(time.instant(), new AriRecording(sound.id, "wav16", target, "done",
                            Math.toIntExact(length.toSeconds())))
                    : new AriEvent.PlaybackFinished(time.instant(), new AriPlayback(sound.id, target, "done")));
        }
    }

    private synchronized boolean take(Sound sound) {
        return sounds.remove(sound.id, sound);
    }

    /** Something that is played or recorded; two of the same id are two. */
    private static final class Sound {

        private final String id;
        private final String channelId;
        private final boolean recorded;
        private boolean stopped;

        Sound(String id, String channelId, boolean recorded) {
            this.id = id;
            this.channelId = channelId;
            this.recorded = recorded;
        }
    }
}
