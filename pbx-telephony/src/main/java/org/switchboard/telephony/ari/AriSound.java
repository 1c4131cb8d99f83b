package org.switchboard.telephony.ari;

import java.util.List;
import java.util.Map;

/**
 * Plays sounds to channels and records them. Ids and names are chosen by us, so that events about them can be expected before
 * the reply comes.
 *
 * <p>Every method throws {@link AriException} when Asterisk refuses or cannot be reached.
 */
public final class AriSound {

    private final AriRequests requests;

    AriSound(AriRequests requests) {
        this.requests = requests;
    }

    /**
     * Plays sounds one after the other. A channel that is not answered hears them as early media. Should the request be sent
     * twice because its reply was lost, the sounds are played twice.
     *
     * @param channelId  a channel in one of our applications
     * @param playbackId an id of our own, which the events about it carry
     * @param media      at least one, such as {@code sound:beep} or {@code tone:ring}. {@code digits:}, {@code number:} and
     *                   {@code characters:} can be played too, but Asterisk cannot stop them
     */
    public void play(String channelId, String playbackId, List<String> media) {
        requests.tell("POST", channelPath(channelId) + "/play/" + AriRequests.segment(playbackId), Map.of("media", media));
    }

    /**
     * Whether sound is queued or being played.
     *
     * @param playbackId our id of it
     * @return false when it is over
     */
    public boolean isPlaying(String playbackId) {
        return requests.exists("/playbacks/" + AriRequests.segment(playbackId));
    }

    /**
     * Stops sound. That it is over already is no failure.
     *
     * @param playbackId our id of it
     * @return false when Asterisk cannot stop it at this moment
     */
    public boolean stopPlayback(String playbackId) {
        return endIfThere("DELETE", "/playbacks/" + AriRequests.segment(playbackId));
    }

    /**
     * Lets a channel hear music on hold of the default class, until {@link #stopMusic}, or something else is played to it.
     *
     * @param channelId a channel in one of our applications
     */
    public void startMusic(String channelId) {
        requests.ask("POST", channelPath(channelId) + "/moh", Map.of());
    }

    /**
     * Ends {@link #startMusic}; that there is none is no failure.
     *
     * @param channelId a channel in one of our applications
     */
    public void stopMusic(String channelId) {
        requests.ask("DELETE", channelPath(channelId) + "/moh", Map.of());
    }

    /**
     * Records a channel into a file below Asterisk's recording directory; one of the same name is overwritten. The key # ends it.
     *
     * @param channelId  a channel in one of our applications
     * @param name       path of the file without its ending
     * @param format     file format, such as {@code wav16}
     * @param maxSeconds longest recording
     * @param maxSilence ends after so many seconds without sound; 0 for never
     * @param beep       whether a beep comes first
     */
    public void record(String channelId, String name, String format, int maxSeconds, int maxSilence, boolean beep) {
        requests.ask("POST", channelPath(channelId) + "/record", Map.of("name", name, "format", format,
                "maxDurationSeconds", Integer.toString(maxSeconds), "maxSilenceSeconds", Integer.toString(maxSilence),
                "ifExists", "overwrite", "beep", Boolean.toString(beep), "terminateOn", "#"));
    }

    /**
     * Whether a recording is under way.
     *
     * @param name the name given to it
     * @return false when it is over
     */
    public boolean isRecording(String name) {
        return requests.exists("/recordings/live/" + AriRequests.segment(name));
    }

    /**
     * Stops a recording and keeps its file. That it is over already is no failure.
     *
     * @param name the name given to it
     * @return false when Asterisk cannot stop it at this moment
     */
    public boolean stopRecording(String name) {
        return endIfThere("POST", "/recordings/live/" + AriRequests.segment(name) + "/stop");
    }

    private boolean endIfThere(String method, String path) {
        try {
            requests.ask(method, path, Map.of());
            return true;
        } catch (AriException e) {
            return switch (e.failure()) {
                case NOT_FOUND -> true;
                case CONFLICT -> false;
                default -> throw e;
            };
        }
    }

    private static String channelPath(String channelId) {
        return "/channels/" + AriRequests.segment(channelId);
    }
}
