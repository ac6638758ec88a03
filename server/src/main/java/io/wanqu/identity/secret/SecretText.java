package io.wanqu.identity.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret text: 256 random bits behind a mark by which leaked ones can be found; shows itself only on purpose. */
public record SecretText(String secret) {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SecretText draw(Mark mark) {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretText(mark.text + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Optional<SecretText> parse(Mark mark, String text) {
        return mark.form.matcher(text).matches() ? Optional.of(new SecretText(text)) : Optional.empty();
    }

    /** With 256 random bits nothing can be guessed, so a plain hash is enough and costs no time. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SecretText[…]";
    }

    /** What the secret is for; one kind is never taken for another. */
    public enum Mark {
        TOKEN("wq_"), SESSION("wqs_"), DEVICE("wqd_"), LINK("wql_"), ACCESS("wqa_"), REFRESH("wqr_"), CLIENT("wqc_");

        private final String text;
        private final Pattern form;

        Mark(String text) {
            this.text = text;
            this.form = Pattern.compile(text + "[A-Za-z0-9_-]{43}");
        }
    }
}
