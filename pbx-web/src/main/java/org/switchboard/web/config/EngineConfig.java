package org.switchboard.web.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.switchboard.telephony.agentphone.AgentCodes;
import org.switchboard.telephony.agentphone.AgentLamps;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.RegisteredDevices;
import org.switchboard.telephony.ami.TrunkLink;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.AriConfig;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.call.CallLimits;
import org.switchboard.telephony.call.VirtualThreads;
import org.switchboard.telephony.callback.CallbackCalls;
import org.switchboard.telephony.callcentre.FloorTools;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.callcentre.KeptFloors;
import org.switchboard.telephony.callcentre.LiveRegistrations;
import org.switchboard.telephony.cdr.AsteriskStarts;
import org.switchboard.telephony.cdr.CallRecorder;
import org.switchboard.telephony.cdr.StepFile;
import org.switchboard.telephony.engine.CallEngine;
import org.switchboard.telephony.engine.EngineParts;
import org.switchboard.telephony.engine.PromptKeeper;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.live.DeviceStates;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.telephony.live.RegistrationWatch;
import org.switchboard.telephony.supervision.Supervision;
import org.switchboard.telephony.trunk.TrunkStates;
import org.switchboard.telephony.trunk.TrunkWatch;
import org.switchboard.telephony.prompt.PromptFiles;
import org.switchboard.telephony.prompt.SystemWord;
import org.switchboard.telephony.prompt.SystemWords;
import org.switchboard.telephony.queuelog.QueueLogFile;
import org.switchboard.telephony.queuelog.QueueRecorder;
import org.switchboard.telephony.voicemail.VoicemailAccess;

/** The call engine, its record of calls, and its view of what is on, in the portal's process. */
@Configuration(proxyBeanMethods = false)
public class EngineConfig {

    @Bean
    AriConfig ariConfig(EngineProperties engine) {
        return AriConfig.of(engine.ari().url(), engine.ari().user(), engine.ari().password());
    }

    // For reading lists only; the engine has a transport of its own, so that pages never stand in a call's way.
    @Bean(destroyMethod = "close")
    HttpAriTransport liveTransport(AriConfig ari) {
        return new HttpAriTransport(ari);
    }

    @Bean
    AriClient liveClient(@Qualifier("liveTransport") HttpAriTransport liveTransport) {
        return new AriClient(liveTransport);
    }

    @Bean
    LiveCalls liveCalls(AriClient liveClient, Clock clock) {
        return new LiveCalls(liveClient, clock);
    }

    @Bean
    DeviceStates deviceStates(AriClient liveClient) {
        return new DeviceStates(liveClient);
    }

    @Bean
    AmiConfig amiConfig(EngineProperties engine) {
        return new AmiConfig(engine.ami().host(), engine.ami().port(), engine.ami().user(), engine.ami().password());
    }

    @Bean(destroyMethod = "close")
    RegisteredDevices registeredDevices(AmiConfig ami) {
        return new RegisteredDevices(ami);
    }

    @Bean(destroyMethod = "")
    RegistrationWatch registrationWatch(RegisteredDevices registered, DeviceStates devices) {
        return new RegistrationWatch(registered::registered, devices);
    }

    @Bean
    TrunkStates trunkStates() {
        return new TrunkStates();
    }

    @Bean(destroyMethod = "")
    TrunkWatch trunkWatch(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, AmiConfig ami, TrunkStates states) {
        return new TrunkWatch(engineDatabase, new TrunkLink(ami), states);
    }

    @Bean
    StepFile stepFile(PortalProperties portal, MeterRegistry meters) {
        return new StepFile(portal.spoolDir(), meters);
    }

    @Bean(destroyMethod = "")
    CallRecorder callRecorder(PortalProperties portal, @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, MeterRegistry meters) {
        return new CallRecorder(portal.spoolDir(), engineDatabase, meters);
    }

    @Bean
    QueueLogFile queueLog(PortalProperties portal, MeterRegistry meters) {
        return new QueueLogFile(portal.spoolDir(), meters);
    }

    @Bean(destroyMethod = "")
    QueueRecorder queueRecorder(PortalProperties portal, @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, MeterRegistry meters) {
        return new QueueRecorder(portal.spoolDir(), engineDatabase, meters);
    }

    @Bean
    Sounds sounds(PromptFiles promptFiles, SystemWords systemWords) {
        return new Sounds() {
            @Override
            public String prompt(UUID promptId) {
                return promptFiles.media(promptId);
            }

            @Override
            public List<String> words(SystemWord word, String language) {
                return systemWords.media(word, language);
            }

            @Override
            public void refreshAll() {
                promptFiles.refreshAll();
            }

            @Override
            public void refresh(Set<UUID> tenantIds) {
                promptFiles.refresh(tenantIds);
            }
        };
    }

    // Not the transport of pages: it stops phones ringing.
    @Bean(destroyMethod = "close")
    HttpAriTransport floorTransport(AriConfig ari) {
        return new HttpAriTransport(ari);
    }

    @Bean
    KeptFloors floorMemory(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase) {
        return new KeptFloors(engineDatabase);
    }

    @Bean
    Floors floors(@Qualifier("floorTransport") HttpAriTransport floorTransport, Clock clock, QueueLogFile queueLog, KeptFloors floorMemory,
                  DeviceStates devices, Sounds sounds) {
        return new Floors(new FloorTools(new AriClient(floorTransport), clock, new VirtualThreads("floor-"), queueLog, floorMemory,
                new LiveRegistrations(devices), sounds));
    }

    @Bean
    EngineParts engineParts(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, PasswordEncoder encoder, PromptKeeper promptKeeper,
                            DeviceStates devices, Sounds sounds, Floors floors, AgentCodes codes, CallbackCalls callbacks) {
        return new EngineParts(sounds, new VoicemailAccess(engineDatabase, encoder), promptKeeper,
                floors, device -> devices.of(device.sipUsername()).onCall(), codes, callbacks);
    }

    @Bean(destroyMethod = "")
    CallEngine callEngine(AriConfig ari, AmiConfig ami, @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase,
                          StepFile steps, Clock clock, MeterRegistry meters, LiveCalls calls, DeviceStates devices,
                          AriClient liveClient, CallRecorder recorder, EngineParts parts, Floors floors, Supervision supervision,
                          AgentLamps lamps, CallbackCalls callbacks) {
        return new CallEngine(ari, ami, engineDatabase, steps, clock, CallLimits.USUAL, meters, parts,
                List.of(calls, devices, supervision, callbacks, floors, lamps, new AsteriskStarts(liveClient, recorder)));
    }
}
