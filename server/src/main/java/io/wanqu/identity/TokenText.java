package io.wanqu.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret text of a token: 256 random bits behind a mark by which leaked ones can be found; shows itself only on purpose. */
record TokenText(String secret) {

    private static final String MARK = "wq_";
    private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenText draw() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenText(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<TokenText> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TokenText(text)) : Optional.empty();
    }

    /** With 256 random bits nothing can be guessed, so a plain hash is enough and costs no time. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TokenText[…]";
    }
}
