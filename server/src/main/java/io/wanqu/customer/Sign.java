package io.wanqu.customer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.kernel.sealing.Sealing;

/**
 * Something by which a person is known.
 *
 * @param realm where the value means something: the app of an open id, the channel of a buyer's name; empty where it is the
 *              same everywhere
 */
public record Sign(Kind kind, String realm, String value) {

    private static final int SHOWN_AT_EACH_END = 2;

    /** The best known comes first: an order belongs to the first of its signs. */
    public enum Kind {
        BUYER_OPEN_UID(true, 90), OPENID(true, 90), UNIONID(true, 90), LOGIN(true, 90), CHAT(true, 90), PHONE(true, 80), MAIL(true, 80),
        OAID(false, 40), DEVICE(false, 30), CONTACT(false, 20), PHONE_MASK(false, 10);

        private final boolean strong;
        private final int confidence;

        Kind(boolean strong, int confidence) {
            this.strong = strong;
            this.confidence = confidence;
        }

        /** Whether it names one person, so that it links by itself; a weak one only suggests. */
        public boolean strong() {
            return strong;
        }

        /** In per cent, before anybody has proved it. */
        public int confidence() {
            return confidence;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public static Sign of(Kind kind, String value) {
        return new Sign(kind, "", value);
    }

    /** A phone number or mail address in its one form; anything else that a buyer may write is only a weak sign. */
    public static Sign contact(String text) {
        return phone(text).or(() -> mail(text)).orElseGet(() -> of(Kind.CONTACT, text.strip()));
    }

    public static Optional<Sign> phone(String text) {
        var digits = text.strip().replaceAll("[\\s().-]", "").replaceFirst("^00", "+");
        if (digits.matches("(\\+?86)?1[3-9]\\d{9}")) {
            return Optional.of(of(Kind.PHONE, "+86" + digits.substring(digits.length() - 11)));
        }
        return digits.matches("\\+[1-9]\\d{6,14}") ? Optional.of(of(Kind.PHONE, digits)) : Optional.empty();
    }

    public static Optional<Sign> mail(String text) {
        var mail = text.strip().toLowerCase(Locale.ROOT);
        return mail.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+") ? Optional.of(of(Kind.MAIL, mail)) : Optional.empty();
    }

    /** The form in which channels show a phone number: the first three and the last four digits. */
    public static Optional<Sign> phoneMask(String text) {
        var mask = text.strip().replaceAll("[\\s-]", "");
        return mask.matches("1\\d\\d\\*{3,4}\\d{4}") ? Optional.of(of(Kind.PHONE_MASK, mask.substring(0, 3) + "****" + mask.substring(mask.length() - 4)))
                : Optional.empty();
    }

    /** What a channel would show of this phone number. */
    public Optional<Sign> asMask() {
        return kind == Kind.PHONE && value.startsWith("+86")
                ? Optional.of(of(Kind.PHONE_MASK, value.substring(3, 6) + "****" + value.substring(value.length() - 4))) : Optional.empty();
    }

    /** The same for the same sign in every shop, and nothing to learn from without the platform's key. */
    public byte[] hash(Sealing sealing) {
        return sealing.platformHash("customer." + kind.text() + "/" + realm, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Enough to recognise what one knows already. */
    public String masked() {
        return switch (kind) {
            case PHONE -> value.substring(0, value.length() - 8) + "****" + value.substring(value.length() - 4);
            case MAIL -> value.substring(0, 1) + "***" + value.substring(value.indexOf('@'));
            case PHONE_MASK -> value;
            default -> value.length() <= 2 * SHOWN_AT_EACH_END + 1 ? "***"
                    : value.substring(0, SHOWN_AT_EACH_END) + "***" + value.substring(value.length() - SHOWN_AT_EACH_END);
        };
    }

    @Override
    public String toString() {
        return "Sign[" + kind + "]";
    }
}
