package io.wanqu.connectors.jd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The older transport: one address, the method in the query, its parameters as one JSON text in the form. */
final class RouterJson implements Transport {

    private static final String PARAMETERS = "360buy_param_json";

    private final ChannelAccount account;
    private final Exchange exchange;

    RouterJson(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange(Facts.KIND, account.host(), Facts.LIMITED_WAIT);
    }

    @Override
    public Envelope send(Call call, Map<String, ?> parameters, Secret token) {
        var body = Map.of(PARAMETERS, Json.write(parameters));
        var query = new LinkedHashMap<String, String>();
        query.put("method", call.method());
        query.put("app_key", account.app().key());
        if (!token.reveal().isEmpty()) {
            query.put("access_token", token.reveal());
        }
        query.put("timestamp", Facts.TIMESTAMP.format(account.host().clock().instant()));
        query.put("v", Facts.VERSION);
        var signed = new LinkedHashMap<>(query);
        signed.putAll(body);
        query.put("sign", Signing.sign(account.app().secret(), signed));
        var question = HttpRequest.newBuilder(URI.create(account.baseUri() + "/routerjson?" + Form.encode(query)))
            .header("Content-Type", Form.TYPE)
            .POST(HttpRequest.BodyPublishers.ofString(Form.encode(body), UTF_8));
        return Envelope.ofRouter(exchange.ask(call.method(), question), call.root());
    }
}
