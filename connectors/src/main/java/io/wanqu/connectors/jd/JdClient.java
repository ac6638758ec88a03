package io.wanqu.connectors.jd;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Tokens;
import io.wanqu.connectors.wire.Refusals;
import io.wanqu.connectors.wire.Renewal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks over whichever transport the account names, and renews a bad token once. */
final class JdClient {

    private final Transport transport;
    private final Grants grants;
    private final Renewal renewal;

    JdClient(ChannelAccount account) {
        var newer = account.app().more(Facts.TRANSPORT).reveal().equals(Facts.SP_API);
        transport = newer ? new SpApi(account) : new RouterJson(account);
        grants = new Grants(account);
        renewal = new Renewal(account.tokens(), grants::refresh);
    }

    /** A call whose refusals are exceptions. */
    JsonNode result(Call call, Map<String, ?> parameters) {
        var envelope = ask(call, parameters);
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return envelope.result();
    }

    /** A call whose refusals the caller wants to read. */
    Envelope ask(Call call, Map<String, ?> parameters) {
        return renewal.call(token -> transport.send(call, parameters, token), Envelope::tokenTrouble);
    }

    /** A call that is done or refused, with nothing to read from its answer. */
    Outcome done(Call call, Map<String, ?> parameters) {
        try {
            result(call, parameters);
            return new Outcome.Done();
        } catch (ConnectorException trouble) {
            return Refusals.refusedOrThrow(trouble);
        }
    }

    Tokens.Pair authorise(String code) {
        return grants.create(code);
    }

    Tokens.Pair refresh(Tokens.Pair old) {
        return grants.refresh(old);
    }
}
