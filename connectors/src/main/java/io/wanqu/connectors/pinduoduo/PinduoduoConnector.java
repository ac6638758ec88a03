package io.wanqu.connectors.pinduoduo;

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

/** Pinduoduo (拼多多). Codes loaded beforehand are given out by it; others reach buyers by hand, or by way of Agiso. */
public final class PinduoduoConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of(Facts.KIND), false, null),
        new Cards(Way.BY_HAND, true, null, false, false),
        new Stock(true, true, false, 1),
        new Content(true, true, true, Facts.TITLE_MAX, Facts.PICTURES_MAX, Set.of()),
        new Polling(Facts.CHANGES_MAX, Facts.PAGE_SIZE, Facts.HISTORY, Duration.ofMinutes(2), Duration.ofMinutes(10)),
        new Access(Push.QUEUE, true, false, Facts.CALLS_PER_SECOND, Facts.CLOCK_DRIFT,
            Set.of(Facts.MESSAGES, Facts.VOUCHER_KEY)));

    @Override
    public String kind() {
        return Facts.KIND;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new PinduoduoSession(account);
    }
}
