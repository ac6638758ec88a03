package io.wanqu.connectors.doudian;

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

/** Doudian (抖店), selling card keys as electronic coupons whose codes are ours. */
public final class DoudianConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("doudian"), false, null),
        new Cards(Way.SHOWN, false, Duration.ofHours(24), false, true),
        new Stock(true, true, true, 1),
        Content.NONE,
        new Polling(Duration.ofDays(7), Facts.PAGE_SIZE, Duration.ofDays(90), Duration.ofMinutes(2),
            Duration.ofMinutes(10)),
        new Access(Push.CALLS_US, true, false, Facts.SEARCHES_PER_SECOND, Duration.ofMinutes(10), Set.of()));

    @Override
    public String kind() {
        return "doudian";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new DoudianSession(account);
    }
}
