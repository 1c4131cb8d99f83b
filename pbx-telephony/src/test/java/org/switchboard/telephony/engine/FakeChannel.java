package org.switchboard.telephony.engine;

import java.util.HashMap;
import java.util.Map;
import org.switchboard.telephony.ari.AriChannel;

/** A channel of the fake Asterisk. */
final class FakeChannel {

    final String id;
    final String endpoint;
    final String tenant;
    final Map<String, String> variables = new HashMap<>();
    AriChannel.CallerId caller = new AriChannel.CallerId("", "");
    boolean waiting;
    boolean up;
    String exten = "";
    String args = "";
    String context = "";

    FakeChannel(String id, String endpoint, String tenant) {
        this.tenant = tenant;
        this.id = id;
        this.endpoint = endpoint;
    }

    AriChannel toAri() {
        var place = waiting ? new AriChannel.DialplanPlace("from-device", exten, 1, "Stasis", "pbx," + args)
                : new AriChannel.DialplanPlace(context, "s", 1, "Dial", "");
        return new AriChannel(id, "PJSIP/" + endpoint + "-00000001", up ? "Up" : "Ring", caller, null, place, null,
                new HashMap<>(variables), tenant, "");
    }
}
