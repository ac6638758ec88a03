package io.wanqu.identity.account;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.message.Message;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;

/** A mail address or phone number in its one written form; shows itself only on purpose. */
public record Contact(Message.Kind kind, String text) {

    private static final Pattern MAIL = Pattern.compile("[^@\\s,;<>\"()\\[\\]:\\\\]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int SHOWN_START = 6;
    private static final int SHOWN_END = 4;

    /** Reads what a person typed; a mobile number without a country is a Chinese one. */
    public static Contact parse(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.indexOf('@') >= 0) {
            var mail = text.toLowerCase(Locale.ROOT);
            if (MAIL.matcher(mail).matches() && !mail.contains("..")) {
                return new Contact(Message.Kind.MAIL, mail);
            }
        } else {
            var digits = text.replaceAll("[ ()-]", "");
            var phone = CHINESE_MOBILE.matcher(digits).matches() ? "+86" + digits : digits;
            if (PHONE.matcher(phone).matches()) {
                return new Contact(Message.Kind.SMS, phone);
            }
        }
        throw new KernelProblem.InvalidValue(field, "a mail address, or a phone number with its country such as +8613800138000");
    }

    public boolean isMail() {
        return kind == Message.Kind.MAIL;
    }

    /** By which it is found without being readable. */
    public byte[] hash(Sealing sealing) {
        return sealing.platformHash(isMail() ? "identity.mail" : "identity.phone", text.getBytes(StandardCharsets.UTF_8));
    }

    public Message message(String subject, String words) {
        return isMail() ? Message.mail(text, subject, words) : Message.sms(text, words);
    }

    /** Enough for the owner to recognise it. */
    public String masked() {
        if (isMail()) {
            var at = text.indexOf('@');
            return text.charAt(0) + "***" + text.substring(at);
        }
        return text.substring(0, Math.min(SHOWN_START, text.length() - SHOWN_END)) + "****" + text.substring(text.length() - SHOWN_END);
    }

    @Override
    public String toString() {
        return "Contact[" + masked() + "]";
    }
}
