package io.wanqu.connectors.jd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Exchange;
import io.wanqu.connectors.wire.Form;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The newer transport: a route for each thing, who asks in the headers. Only routes for reading are known. */
final class SpApi implements Transport {

    private final ChannelAccount account;
    private final Exchange exchange;

    SpApi(ChannelAccount account) {
        this.account = account;
        this.exchange = new Exchange(Facts.KIND, account.host(), Facts.LIMITED_WAIT);
    }

    @Override
    public Envelope send(Call call, Map<String, ?> parameters, Secret token) {
        var route = call.route();
        if (route == null) {
            throw ConnectorException.refused("no-route", call.method() + " is not known on this transport");
        }
        var signed = new LinkedHashMap<String, String>();
        var query = new LinkedHashMap<String, String>();
        for (var each : parameters.entrySet()) {
            var value = String.valueOf(each.getValue());
            var name = Call.inRoutes(each.getKey());
            var place = "{" + name + "}";
            if (route.contains(place)) {
                route = route.replace(place, URLEncoder.encode(value, UTF_8));
            } else {
                query.put(name, value);
            }
            signed.put(name, value);
        }
        var headers = headers(token);
        var question = HttpRequest.newBuilder(address(route, query)).GET();
        headers.forEach(question::header);
        question.header("X-JOS-Sign", Signing.signRest(account.app().secret(), headers, signed, ""));
        question.header("X-JOS-Request-Identity", "vender");
        return Envelope.ofRest(exchange.ask(call.method(), question));
    }

    private Map<String, String> headers(Secret token) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-JOS-App-Key", account.app().key());
        headers.put("X-JOS-Access-Token", token.reveal());
        headers.put("X-JOS-Timestamp", String.valueOf(account.host().clock().millis()));
        return headers;
    }

    private URI address(String route, Map<String, String> query) {
        return URI.create(account.baseUri() + route + (query.isEmpty() ? "" : "?" + Form.encode(query)));
    }
}
