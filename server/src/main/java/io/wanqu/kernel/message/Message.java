package io.wanqu.kernel.message;

/**
 * A message to one person.
 *
 * @param subject only mail has one; a text message is its text
 */
public record Message(Kind kind, String to, String subject, String text) {

    public static Message mail(String to, String subject, String text) {
        return new Message(Kind.MAIL, to, subject, text);
    }

    public static Message sms(String to, String text) {
        return new Message(Kind.SMS, to, "", text);
    }

    /** A message may hold a code, and always says to whom. */
    @Override
    public String toString() {
        return "Message[" + kind + "]";
    }

    /** The way it goes. */
    public enum Kind {
        MAIL, SMS
    }
}
