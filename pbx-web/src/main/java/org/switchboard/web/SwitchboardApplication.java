package org.switchboard.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The portal: pages, REST API and, in the same process, the call engine. */
@SpringBootApplication(scanBasePackages = {
        "org.switchboard.web",
        "org.switchboard.telephony.tenant",
        "org.switchboard.telephony.input",
        "org.switchboard.telephony.extension",
        "org.switchboard.telephony.device",
        "org.switchboard.telephony.prompt",
        "org.switchboard.telephony.destination",
        "org.switchboard.telephony.menu",
        "org.switchboard.telephony.agent",
        "org.switchboard.telephony.queue",
        "org.switchboard.telephony.ringgroup",
        "org.switchboard.telephony.announcement",
        "org.switchboard.telephony.forwarding",
        "org.switchboard.telephony.voicemail",
        "org.switchboard.telephony.recording",
        "org.switchboard.telephony.number",
        "org.switchboard.telephony.trunk",
        "org.switchboard.telephony.outbound",
        "org.switchboard.telephony.assertion",
        "org.switchboard.telephony.schedule",
        "org.switchboard.telephony.supervision",
        "org.switchboard.telephony.callback",
        "org.switchboard.telephony.agentphone",
        "org.switchboard.telephony.board",
        "org.switchboard.telephony.alert",
        "org.switchboard.telephony.note",
        "org.switchboard.telephony.queuelog",
        "org.switchboard.telephony.report",
        "org.switchboard.telephony.simulation",
        "org.switchboard.telephony.cdr"})
@ConfigurationPropertiesScan
public class SwitchboardApplication {

    /**
     * Starts the portal; its settings come from the environment (see {@code application.yml}).
     *
     * @param args Spring Boot's own options
     */
    public static void main(String[] args) {
        SpringApplication.run(SwitchboardApplication.class, args);
    }
}
