package io.wanqu.connectors.taobao;

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

/** Taobao and Tmall (淘宝、天猫), selling card keys as items that are shipped without logistics. */
public final class TaobaoConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("alipay"), false, null),
        new Cards(Way.MARKED, false, null, false, false),
        new Stock(true, true, false, Facts.STOCK_BATCH),
        new Content(true, true, true, Facts.TITLE_MAX, 1, Facts.FORBIDDEN),
        new Polling(Duration.ofDays(1), Facts.PAGE_SIZE, Duration.ofDays(90), Duration.ofMinutes(2), Duration.ofMinutes(5)),
        new Access(Push.QUEUE, true, false, Facts.CALLS_PER_SECOND, Duration.ofMinutes(10), Set.of()));

    @Override
    public String kind() {
        return "taobao";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new TaobaoSession(account);
    }
}
