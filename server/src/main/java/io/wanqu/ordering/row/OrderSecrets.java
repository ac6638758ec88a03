package io.wanqu.ordering.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The secrets around an order. The look-up password is kept as a hash under the shop's key, which is not in the
 * database: a dump gives nothing to guess against, and a slow password hash would cap the shop at some forty orders a second.
 */
@Component
public class OrderSecrets {

    private static final int FINGERPRINT_BYTES = 16;

    private final Sealing sealing;

    OrderSecrets(Sealing sealing) {
        this.sealing = sealing;
    }

    public byte[] sealContact(ShopId shop, OrderId order, String contact) {
        return sealing.seal(shop, "ordering.customer_order/" + order, bytes(contact));
    }

    public String openContact(ShopId shop, OrderId order, byte[] sealed) {
        return new String(sealing.open(shop, "ordering.customer_order/" + order, sealed), StandardCharsets.UTF_8);
    }

    public byte @Nullable [] hashPassword(ShopId shop, OrderId order, @Nullable String password) {
        return password == null ? null : sealing.hash(shop, "ordering.password/" + order, bytes(password));
    }

    /** What makes the order's link unforgeable; derived, so that it is kept nowhere. */
    public String token(ShopId shop, OrderId order) {
        return HexFormat.of().formatHex(sealing.hash(shop, "ordering.token/" + order, new byte[0]));
    }

    /** Opens the page where somebody else pays for the order, and nothing else. */
    public String payToken(ShopId shop, OrderId order) {
        return HexFormat.of().formatHex(sealing.hash(shop, "ordering.pay/" + order, new byte[0]));
    }

    public boolean isPayLink(ShopId shop, OrderId order, @Nullable String token) {
        return token != null && MessageDigest.isEqual(bytes(payToken(shop, order)), bytes(token));
    }

    /** What is kept of a random secret that was given away. */
    public byte[] hashToken(ShopId shop, String purpose, OrderId order, String token) {
        return sealing.hash(shop, "ordering." + purpose + "/" + order, bytes(token));
    }

    /** Whether this is the order's own link; it has 128 bits, so nobody guesses it. Compares in constant time. */
    public boolean isLink(ShopId shop, OrderId order, @Nullable String token) {
        return token != null && MessageDigest.isEqual(bytes(token(shop, order)), bytes(token));
    }

    /** Compares in constant time, and as long for an order that is not there. */
    public boolean isPassword(ShopId shop, OrderId order, byte @Nullable [] passwordHash, @Nullable String password) {
        var given = sealing.hash(shop, "ordering.password/" + order, bytes(password == null ? "" : password));
        var same = MessageDigest.isEqual(passwordHash == null ? new byte[given.length] : passwordHash, given);
        return same && password != null && passwordHash != null;
    }

    /** Eight bytes of a keyed hash: enough to count against, nothing to learn from. */
    public @Nullable Long key(ShopId shop, String purpose, @Nullable String value) {
        return value == null ? null : ByteBuffer.wrap(sealing.hash(shop, "ordering." + purpose, bytes(value))).getLong();
    }

    public static byte[] digest(String text) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes(text)), FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
