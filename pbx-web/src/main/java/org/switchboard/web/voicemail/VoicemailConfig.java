package org.switchboard.web.voicemail;

import java.time.Clock;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.switchboard.telephony.ami.AmiConfig;
import org.switchboard.telephony.ami.MessageLamps;
import org.switchboard.telephony.voicemail.VoicemailLamps;
import org.switchboard.telephony.voicemail.VoicemailListener;
import org.switchboard.telephony.voicemail.VoicemailMailQueue;
import org.switchboard.telephony.voicemail.VoicemailPlace;
import org.switchboard.web.config.DatabaseConfig;

/** Voicemail's parts that run beside the pages: lamps, and mail. */
@Configuration(proxyBeanMethods = false)
public class VoicemailConfig {

    private static final String PATIENCE_MILLIS = "10000";

    @Bean
    VoicemailPlace voicemailPlace(VoicemailProperties voicemail) {
        return new VoicemailPlace(voicemail.dir());
    }

    @Bean(destroyMethod = "")
    MessageLamps messageLamps(AmiConfig ami, Clock clock) {
        return new MessageLamps(ami, clock);
    }

    @Bean
    VoicemailMailQueue voicemailMailQueue(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase) {
        return new VoicemailMailQueue(engineDatabase);
    }

    @Bean(destroyMethod = "")
    VoicemailListener voicemailListener(@Qualifier(DatabaseConfig.ENGINE) DataSource engineDatabase, MessageLamps lamps, VoicemailMailer mailer) {
        return new VoicemailListener(engineDatabase, List.of(new VoicemailLamps(lamps), mailer));
    }

    @Bean
    JavaMailSenderImpl mailSender(VoicemailProperties voicemail) {
        VoicemailProperties.Smtp smtp = voicemail.smtp();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        boolean signsIn = smtp.user() != null && !smtp.user().isBlank();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setDefaultEncoding("UTF-8");
        if (signsIn) {
            sender.setUsername(smtp.user());
            sender.setPassword(smtp.password());
        }
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(signsIn));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(smtp.tls() == VoicemailProperties.Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(smtp.tls() == VoicemailProperties.Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(smtp.tls() == VoicemailProperties.Tls.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        return sender;
    }
}
