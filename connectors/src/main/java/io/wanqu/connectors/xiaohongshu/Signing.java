package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connectors.wire.Digests;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Four values are signed and nothing of the business: whoever can read a call can change it, so only TLS protects it. */
final class Signing {

    private Signing() {
    }

    static String call(App app, String method, String timestamp) {
        return Digests.md5(method + "?appId=" + app.key() + "&timestamp=" + timestamp + "&version=" + Facts.VERSION
            + app.secret().reveal());
    }

    /** Of a push; read in software of others, never in a document. It covers the address and not the body. */
    static String push(App app, String path, Map<String, String> parameters) {
        return Digests.md5(new TreeMap<>(parameters).entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&", path + "?", app.secret().reveal())));
    }
}
