package io.wanqu.risk;

import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.message.Message;
import io.wanqu.kernel.message.Outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the code of a challenge to the contact of an order, if that is a mail address or a mobile number; few a contact, so that nobody is pestered. */
@Component
class SendCode {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"()\\[\\]:\\\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final Pattern MOBILE = Pattern.compile("(\\+?86)?1[3-9]\\d{9}");
    private static final int PER_HOUR_MAX = 5;

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Limiter perContact;

    SendCode(Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.perContact = new Limiter(PER_HOUR_MAX, Duration.ofHours(1), clock);
    }

    /** False when this contact can't be reached, or was sent too many. */
    boolean send(String contact, String code) {
        var message = message(contact.strip(), "验证码 " + code + "，10 分钟内有效，用于完成您的下单。Your code is " + code
                + ". It completes your order and is good for 10 minutes.");
        if (message == null || !perContact.take(contact.strip()).allowed()) {
            return false;
        }
        transaction.executeWithoutResult(status -> outbox.add(message));
        return true;
    }

    private static @Nullable Message message(String contact, String words) {
        if (MAIL.matcher(contact).matches()) {
            return Message.mail(contact, "验证码 · Your code", words);
        }
        var digits = contact.replaceAll("[ ()-]", "");
        return MOBILE.matcher(digits).matches() ? Message.sms("+86" + digits.substring(digits.length() - 11), words) : null;
    }
}
