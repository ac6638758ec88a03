package io.wanqu.connectors.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Digests;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Map;

/** Pinduoduo's signatures: of calls, and in the address where messages come from. */
final class Signing {

    private Signing() {
    }

    /** Over everything that is sent, sorted, between two secrets. */
    static String call(Secret secret, Map<String, String> parameters) {
        return Digests.upper(Digests.md5(secret.reveal() + Digests.joined(parameters) + secret.reveal()));
    }

    /** What is put into Base64 here are the hexadecimal digits, not the bytes they stand for. */
    static String messagesPath(App app, long millis) {
        var digits = Digests.md5(app.key() + millis + app.secret().reveal());
        var digest = Base64.getEncoder().encodeToString(digits.getBytes(UTF_8));
        return "/message/" + app.key() + "/" + millis + "/" + URLEncoder.encode(digest, UTF_8);
    }
}
