package org.switchboard.telephony.engine;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.RegisteredDevices;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.VirtualThreads;
import org.switchboard.telephony.callcentre.FloorTools;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.callcentre.KeptFloors;
import org.switchboard.telephony.callcentre.LiveRegistrations;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.RegistrationWatch;
import org.switchboard.telephony.queuelog.QueueLog;

/** A call centre as the portal puts it together, for an engine of a test. */
final class FloorKit implements AutoCloseable {

    private final HttpAriTransport transport;
    private final RegisteredDevices registered;
    private final RegistrationWatch watch;
    private final DeviceStates devices;
    private final KeptFloors memory;
    private final Floors floors;

    FloorKit(AriConfig ari, AmiConfig ami, DataSource engineDatabase, Sounds sounds, QueueLog log) {
        transport = new HttpAriTransport(ari);
        var client = new AriClient(transport);
        devices = new DeviceStates(client);
        registered = new RegisteredDevices(ami);
        watch = new RegistrationWatch(registered::registered, devices);
        memory = new KeptFloors(engineDatabase);
        floors = new Floors(new FloorTools(client, Clock.systemUTC(), new VirtualThreads(), log, memory, new LiveRegistrations(devices), sounds));
        watch.start();
    }

    Floors floors() {
        return floors;
    }

    List<AriEventListener> listeners() {
        return List.of(devices, floors);
    }

    @Override
    public void close() {
        floors.close();
        memory.close();
        watch.close();
        registered.close();
        transport.close();
    }
}
