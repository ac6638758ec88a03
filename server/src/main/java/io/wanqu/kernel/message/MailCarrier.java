package io.wanqu.kernel.message;

import java.nio.charset.StandardCharsets;
import java.util.Properties;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Mails through the server that the settings name. */
@Component
@ConditionalOnProperty("wanqu.mail.host")
class MailCarrier implements Carrier {

    private static final String TIMEOUT_MS = "10000";

    private final MessageSettings.Mail settings;
    private final Session session;

    MailCarrier(MessageSettings.Mail settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings), settings.user().isEmpty() ? null : new Login(settings));
    }

    @Override
    public boolean carries(Message.Kind kind) {
        return kind == Message.Kind.MAIL;
    }

    @Override
    public void send(Message message) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(settings.from()));
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject().replaceAll("\\s+", " "), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        Transport.send(mail);
    }

    private static Properties properties(MessageSettings.Mail settings) {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == MessageSettings.Security.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == MessageSettings.Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == MessageSettings.Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.put("mail.smtp.timeout", TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
        return properties;
    }

    private static final class Login extends Authenticator {

        private final MessageSettings.Mail settings;

        Login(MessageSettings.Mail settings) {
            this.settings = settings;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.user(), settings.password());
        }
    }
}
