package io.wanqu.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import io.wanqu.kernel.message.MessageSettings.Mail;
import io.wanqu.kernel.message.MessageSettings.Security;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void mails_in_both_languages_to_one_person() throws Exception {
        carrier(Security.NONE).send(Message.mail("lin@people.example", "验证码 · Your code", "您的验证码 123456。"));

        assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("验证码 · Your code");
        assertThat(mail.getContent().toString()).contains("您的验证码 123456。");
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0]).hasToString("lin@people.example");
        assertThat(mail.getFrom()[0]).hasToString("shop@wanqu.example");
    }

    @Test
    void adds_no_receiver_and_no_head_that_a_text_brings_along() throws Exception {
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> carrier(Security.NONE)
                .send(Message.mail("lin@people.example\r\nBcc: wei@people.example", "Code", "1")));

        carrier(Security.NONE).send(Message.mail("lin@people.example", "Code\r\nBcc: wei@people.example", "1"));

        assertThat(server.waitForIncomingEmail(5_000, 1)).isTrue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getHeaders(server.getReceivedMessages()[0])).doesNotContainPattern("(?m)^Bcc:");
    }

    @Test
    void sends_nothing_in_the_clear_where_the_settings_want_it_private() {
        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> carrier(Security.STARTTLS).send(Message.mail("lin@people.example", "Code", "1")));

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private MailCarrier carrier(Security security) {
        return new MailCarrier(new Mail("127.0.0.1", server.getSmtp().getPort(), "", "", "shop@wanqu.example", security));
    }
}
