package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connectors.wire.Aes;
import io.wanqu.connectors.wire.Digests;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Signatures and seals of messages. Padding goes up to thirty-two, twice the block, which the padding that Java knows
 * does not take; so it is stripped here.
 */
final class Sealing {

    /** Names of account fields. */
    static final String TOKEN = "token";
    static final String KEY = "encodingAesKey";

    private static final int RANDOM = 16;
    private static final int LENGTH = 4;
    private static final int PADDING_MAX = 32;

    private final App app;

    Sealing(App app) {
        this.app = app;
    }

    /** Over the sorted values, the token among them. */
    boolean signed(String signature, String... values) {
        var text = Stream.concat(Stream.of(app.more(TOKEN).reveal()), Arrays.stream(values)).sorted().collect(Collectors.joining());
        return Digests.same(Digests.sha1(text), signature);
    }

    /** The message inside, null when it cannot be opened or is meant for another application. */
    @Nullable String opened(String sealed) {
        var key = key();
        var bytes = Aes.base64(sealed);
        if (key == null || key.length != PADDING_MAX || bytes == null) {
            return null;
        }
        var padded = Aes.open(key, Arrays.copyOf(key, RANDOM), "NoPadding", bytes);
        return padded == null ? null : message(padded);
    }

    /** Forty-three letters hold two bits more than the key has, and the platform does not care what they are. */
    private byte @Nullable [] key() {
        try {
            return Base64.getDecoder().decode(app.more(KEY).reveal() + "=");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable String message(byte[] padded) {
        var padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        var end = padded.length - padding;
        var begin = RANDOM + LENGTH;
        if (padding < 1 || padding > PADDING_MAX || end < begin) {
            return null;
        }
        var length = ByteBuffer.wrap(padded, RANDOM, LENGTH).getInt();
        if (length < 0 || length > end - begin) {
            return null;
        }
        var appId = Aes.utf8(Arrays.copyOfRange(padded, begin + length, end));
        return appId != null && Digests.exactly(app.key(), appId)
            ? Aes.utf8(Arrays.copyOfRange(padded, begin, begin + length)) : null;
    }
}
