package io.wanqu.simulators.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.market.App;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The platform's two signatures: its open platform's, both ways, and its supply standard's, both ways. */
final class Signing {

    static final String SUPPLY_APP_ID = "supplyAppId";
    static final String SUPPLY_APP_SECRET = "supplyAppSecret";
    static final String MCH_ID = "mchId";
    static final String MCH_SECRET = "mchSecret";

    private Signing() {
    }

    static String open(App app, byte[] body, String timestamp, String seller) {
        return md5((app.key() + "," + md5(body) + "," + timestamp + "," + (seller.isEmpty() ? "" : seller + ",")
            + app.secret()).getBytes(UTF_8));
    }

    static String supply(App app, byte[] body, String timestamp) {
        return md5((app.extra(SUPPLY_APP_ID) + "," + app.extra(SUPPLY_APP_SECRET) + "," + md5(body) + "," + timestamp + ","
            + app.extra(MCH_ID) + "," + app.extra(MCH_SECRET)).getBytes(UTF_8));
    }

    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(UTF_8), right.getBytes(UTF_8));
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
