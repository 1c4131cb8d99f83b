package org.switchboard.telephony.ari;

/** What sound is played to or recorded from, as ARI writes it: {@code channel:<id>} or {@code bridge:<id>}. */
final class TargetUri {

    private static final String CHANNEL = "channel:";

    private TargetUri() {
    }

    static String channelId(String uri) {
        return uri.startsWith(CHANNEL) ? uri.substring(CHANNEL.length()) : "";
    }
}
