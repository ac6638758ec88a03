package io.wanqu.vault.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** What is on a card, in the clear: the number, where there is one, and the secret. As text it shows nothing. */
public record CardText(@Nullable String number, String secret) {

    private static final int NO_NUMBER = 0xFFFF;

    /** One form for sealing and for the fingerprint: the length of the number in two bytes, the number, the secret. */
    byte[] bytes() {
        var secretBytes = secret.getBytes(StandardCharsets.UTF_8);
        if (number == null) {
            return ByteBuffer.allocate(2 + secretBytes.length).putShort((short) NO_NUMBER).put(secretBytes).array();
        }
        var numberBytes = number.getBytes(StandardCharsets.UTF_8);
        if (numberBytes.length >= NO_NUMBER) {
            throw new IllegalArgumentException("a card number of " + numberBytes.length + " bytes");
        }
        return ByteBuffer.allocate(2 + numberBytes.length + secretBytes.length)
                .putShort((short) numberBytes.length).put(numberBytes).put(secretBytes).array();
    }

    static CardText of(byte[] bytes) {
        var length = Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort());
        if (length == NO_NUMBER) {
            return new CardText(null, new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_8));
        }
        return new CardText(new String(bytes, 2, length, StandardCharsets.UTF_8),
                new String(bytes, 2 + length, bytes.length - 2 - length, StandardCharsets.UTF_8));
    }

    /** Enough to recognise a card by, too little to use it: the ends of what is long enough, else nothing. */
    public String masked() {
        var shown = number == null ? secret : number;
        return shown.length() < 8 ? "****" : shown.substring(0, 2) + "****" + shown.substring(shown.length() - 2);
    }

    @Override
    public String toString() {
        return "CardText[****]";
    }
}
