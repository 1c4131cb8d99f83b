package org.switchboard.local.demo;

import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.asterisk.AsteriskProcess;

/**
 * Ends the demonstration's calls at Asterisk's console. SIPp, when it is ended, hangs up nothing: its callers would wait on for
 * ever.
 */
final class OpenCalls {

    /** Of all customers, in whatever form Asterisk shows a number. */
    private static final String CUSTOMERS = "202555";
    /** A line of {@code core show channels concise}: parts between exclamation marks, the channel first, the caller eighth. */
    private static final int CALLER = 7;

    private final Layout layout;
    private final Settings settings;

    OpenCalls(Layout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    /** Hangs all of them up. */
    void hangUp() {
        new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).cached()
                .map(tree -> new AsteriskProcess(tree, layout, settings, Secrets.in(layout.secretsFile()))).ifPresent(OpenCalls::hangUp);
    }

    private static void hangUp(AsteriskProcess asterisk) {
        asterisk.cli("core show channels concise").output().lines().map(line -> line.split("!"))
                .filter(parts -> parts.length > CALLER && parts[0].startsWith("PJSIP/") && parts[CALLER].contains(CUSTOMERS))
                .forEach(parts -> asterisk.cli("channel request hangup " + parts[0]));
    }
}
