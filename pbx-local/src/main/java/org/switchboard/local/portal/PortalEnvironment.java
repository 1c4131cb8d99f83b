package org.switchboard.local.portal;

import java.util.HashMap;
import java.util.Map;
import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Secrets;
import org.switchboard.local.Settings;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.asterisk.AsteriskProcess;
import org.switchboard.local.postgres.DatabasePreparation;

/** The environment variables by which the portal learns where the other parts are. */
public final class PortalEnvironment {

    private PortalEnvironment() {
    }

    /** Every variable that the portal reads; the names are its contract with whatever starts it. */
    public static Map<String, String> of(Layout layout, Settings settings, Secrets secrets) {
        var env = new HashMap<String, String>();
        env.put("PBX_BIND", settings.bind());
        env.put("PBX_HTTP_PORT", "" + settings.httpPort());
        env.put("PBX_PORTAL_URL", settings.portalUrl());
        env.put("PBX_DB_URL", settings.jdbcUrl());
        env.put("PBX_DB_OWNER_USER", settings.databaseOwner());
        env.put("PBX_DB_OWNER_PASSWORD", new DatabasePreparation(settings, secrets).ownerPassword());
        env.put("PBX_DB_WEB_PASSWORD", secrets.databaseWeb());
        env.put("PBX_DB_ENGINE_PASSWORD", secrets.databaseEngine());
        env.put("PBX_ARI_URL", settings.ariUrl());
        env.put("PBX_ARI_USER", AsteriskProcess.USER);
        env.put("PBX_ARI_PASSWORD", secrets.ari());
        env.put("PBX_AMI_HOST", "127.0.0.1");
        env.put("PBX_AMI_PORT", "" + settings.amiPort());
        env.put("PBX_AMI_USER", AsteriskProcess.USER);
        env.put("PBX_AMI_PASSWORD", secrets.ami());
        env.put("PBX_SPOOL_DIR", layout.spool().toString());
        // Where asterisk.conf puts its spool.
        env.put("PBX_VOICEMAIL_DIR", layout.asterisk().resolve("spool").resolve("voicemail").toString());
        env.put("PBX_RECORDING_DIR", layout.asterisk().resolve("spool").resolve("recording").toString());
        env.put("PBX_MONITOR_DIR", layout.asterisk().resolve("spool").resolve("monitor").toString());
        env.put("PBX_TALK_DIR", layout.recordings().toString());
        env.put("PBX_SIP_HOST", settings.reachableAddress());
        env.put("PBX_SIP_PORT", "" + settings.sipPort());
        env.put("PBX_SIP_TLS_PORT", "" + settings.sipTlsPort());
        env.put("PBX_SIP_WS_URL", settings.sipWebSocketUrl());
        env.put("PBX_DEMO_FILE", layout.demoFile().toString());
        env.putAll(ofSounds(layout));
        return env;
    }

    /**
     * The variables that tell how sound files are made and where Asterisk reads them. Without Asterisk's tree in the cache the
     * programs are not named, and the portal looks for them on its PATH.
     */
    public static Map<String, String> ofSounds(Layout layout) {
        var env = new HashMap<String, String>();
        env.put("PBX_PROMPT_DIR", layout.prompts().toString());
        // What the system itself says is the same for every data folder, and takes seconds to speak.
        env.put("PBX_SPOKEN_DIR", Cache.ofUser().folder().resolve("words").toString());
        new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).cached().ifPresent(tree -> {
            env.put("PBX_SOX", tree.sox().toString());
            env.put("PBX_ESPEAK", tree.espeak().toString());
        });
        return env;
    }
}
