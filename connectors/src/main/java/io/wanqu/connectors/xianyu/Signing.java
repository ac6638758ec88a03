package io.wanqu.connectors.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount.App;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Two signatures over the digest of the body's bytes: one of the open platform, one of the supply standard. */
final class Signing {

    private Signing() {
    }

    /** Serves our calls and the pushes alike; a seller's number takes part where the application serves many sellers. */
    static String open(App app, byte[] body, String timestamp) {
        var seller = app.more(Facts.SELLER_ID).reveal();
        return joined(app.key(), md5(body), timestamp, seller.isEmpty() ? app.secret().reveal()
            : seller + "," + app.secret().reveal());
    }

    /** Serves their calls and our callbacks alike. */
    static String supply(App app, byte[] body, String timestamp) {
        return joined(app.more(Facts.SUPPLY_APP_ID).reveal(), app.more(Facts.SUPPLY_APP_SECRET).reveal(), md5(body),
            timestamp, app.more(Facts.MCH_ID).reveal(), app.more(Facts.MCH_SECRET).reveal());
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static String joined(String... parts) {
        return md5(String.join(",", parts).getBytes(UTF_8));
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }
}
