package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.Capabilities;
import io.wanqu.connector.Capabilities.Access;
import io.wanqu.connector.Capabilities.Cards;
import io.wanqu.connector.Capabilities.Content;
import io.wanqu.connector.Capabilities.Custody;
import io.wanqu.connector.Capabilities.Polling;
import io.wanqu.connector.Capabilities.Push;
import io.wanqu.connector.Capabilities.Stock;
import io.wanqu.connector.Capabilities.Trade;
import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Connector;
import java.time.Duration;
import java.util.Set;

/** Kuaishou shop (快手小店), selling card keys as electronic tickets whose codes are ours. */
public final class KuaishouConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("kuaishou"), false, null),
        new Cards(Way.SHOWN, false, null, false, false),
        new Stock(true, true, false, 1),
        new Content(true, true, true, Facts.TITLE_MAX, Facts.PICTURES_MAX, Set.of()),
        new Polling(Facts.ORDERS_SPAN, Facts.PAGE_SIZE, Facts.HISTORY, Duration.ofMinutes(2), Duration.ofMinutes(5)),
        new Access(Push.CALLS_US, true, false, Facts.CALLS_PER_SECOND, Facts.DRIFT,
            Set.of(Gateway.SIGN_SECRET, Gateway.MESSAGE_SECRET)));

    @Override
    public String kind() {
        return "kuaishou";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new KuaishouSession(account);
    }
}
