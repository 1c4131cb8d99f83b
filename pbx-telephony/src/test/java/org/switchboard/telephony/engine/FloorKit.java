package org.switchboard.telephony.engine;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.switchboard.telephony.agentphone.AgentAccess;
import org.switchboard.telephony.agentphone.AgentCodes;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.ChannelMover;
import org.switchboard.telephony.ami.RegisteredDevices;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.AriEventListener;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.VirtualThreads;
import org.switchboard.telephony.callback.CallbackCalls;
import org.switchboard.telephony.callback.CallbackDialogue;
import org.switchboard.telephony.callback.CallbackKeeper;
import org.switchboard.telephony.callcentre.FloorTools;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.callcentre.KeptFloors;
import org.switchboard.telephony.callcentre.LiveRegistrations;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.RegistrationWatch;
import org.switchboard.telephony.queuelog.QueueLog;
import org.switchboard.telephony.supervision.Supervision;

/** A call centre as the portal puts it together, for an engine of a test. */
final class FloorKit implements AutoCloseable {

    private final HttpAriTransport transport;
    private final RegisteredDevices registered;
    private final RegistrationWatch watch;
    private final DeviceStates devices;
    private final KeptFloors memory;
    private final Floors floors;
    private final ChannelMover mover;
    private final Supervision supervision;
    private final CallbackKeeper keeper;
    private final CallbackCalls callbacks;
    private final AgentCodes codes;

    FloorKit(AriConfig ari, AmiConfig ami, DataSource engineDatabase, Sounds sounds, QueueLog log) {
        transport = new HttpAriTransport(ari);
        var client = new AriClient(transport);
        devices = new DeviceStates(client);
        registered = new RegisteredDevices(ami);
        watch = new RegistrationWatch(registered::registered, devices);
        memory = new KeptFloors(engineDatabase);
        floors = new Floors(new FloorTools(client, Clock.systemUTC(), new VirtualThreads("floor-"), log, memory, new LiveRegistrations(devices), sounds));
        mover = new ChannelMover(ami);
        supervision = new Supervision(client, mover, engineDatabase, Clock.systemUTC(), floors::takingOver, _ -> { });
        keeper = new CallbackKeeper(engineDatabase, floors, floors, floors::plan, Clock.systemUTC());
        callbacks = new CallbackCalls(client, keeper, floors, floors::plan, sounds);
        floors.callBackBy(callbacks, new CallbackDialogue(sounds, keeper, Clock.systemUTC()));
        codes = new AgentCodes(floors, supervision, new AgentAccess(engineDatabase, new BCryptPasswordEncoder(4)), sounds, Clock.systemUTC());
        watch.start();
        keeper.start();
    }

    CallbackCalls callbacks() {
        return callbacks;
    }

    FloorCodes codes() {
        return codes;
    }

    Supervision supervision() {
        return supervision;
    }

    Floors floors() {
        return floors;
    }

    List<AriEventListener> listeners() {
        return List.of(devices, supervision, callbacks, floors);
    }

    @Override
    public void close() {
        keeper.close();
        supervision.close();
        floors.close();
        memory.close();
        watch.close();
        registered.close();
        mover.close();
        transport.close();
    }
}
