package org.switchboard.web.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.switchboard.telephony.agentphone.AgentAccess;
import org.switchboard.telephony.agentphone.AgentCodes;
import org.switchboard.telephony.agentphone.AgentLamps;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.ChannelMover;
import org.switchboard.telephony.ari.AriClient;
import org.switchboard.telephony.ari.HttpAriTransport;
import org.switchboard.telephony.callback.CallbackCalls;
import org.switchboard.telephony.callback.CallbackDialogue;
import org.switchboard.telephony.callback.CallbackKeeper;
import org.switchboard.telephony.callcentre.Floors;
import org.switchboard.telephony.cdr.StepFile;
import org.switchboard.telephony.engine.Sounds;
import org.switchboard.telephony.supervision.Supervision;

/** What agents and supervisors do at phones: supervision, star codes, lamps, callbacks. Started and stopped by {@link CallCentreRunner}. */
@Configuration(proxyBeanMethods = false)
class CallCentreConfig {

    @Bean(destroyMethod = "close")
    ChannelMover channelMover(AmiConfig ami) {
        return new ChannelMover(ami);
    }

    @Bean(destroyMethod = "")
    Supervision supervision(@Qualifier("floorTransport") HttpAriTransport transport, ChannelMover mover,
                            @Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, Clock clock, Floors floors, StepFile steps) {
        return new Supervision(new AriClient(transport), mover, engineDatabase, clock, floors::takingOver, steps);
    }

    @Bean
    AgentAccess agentAccess(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, PasswordEncoder encoder) {
        return new AgentAccess(engineDatabase, encoder);
    }

    @Bean
    AgentCodes agentCodes(Floors floors, Supervision supervision, AgentAccess access, Sounds sounds, Clock clock) {
        return new AgentCodes(floors, supervision, access, sounds, clock);
    }

    @Bean(destroyMethod = "")
    AgentLamps agentLamps(@Qualifier("floorTransport") HttpAriTransport transport, Floors floors, AgentAccess access) {
        return new AgentLamps(new AriClient(transport), floors, access);
    }

    @Bean(destroyMethod = "")
    CallbackKeeper callbackKeeper(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, Floors floors, Clock clock) {
        return new CallbackKeeper(engineDatabase, floors, floors, floors::plan, clock);
    }

    @Bean
    CallbackCalls callbackCalls(@Qualifier("floorTransport") HttpAriTransport transport, CallbackKeeper keeper, Floors floors, Sounds sounds,
                                Clock clock) {
        var calls = new CallbackCalls(new AriClient(transport), keeper, floors, floors::plan, sounds);
        floors.callBackBy(calls, new CallbackDialogue(sounds, keeper, clock));
        return calls;
    }
}
