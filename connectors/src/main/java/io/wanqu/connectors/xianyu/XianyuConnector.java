package io.wanqu.connectors.xianyu;

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

/** Xianyu (闲鱼) through XianGuanJia: orders are marked as shipped, cards may be consigned, and it may buy from us. */
public final class XianyuConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("alipay"), false, null),
        new Cards(Way.MARKED, true, null, false, false),
        new Stock(true, false, false, Facts.STOCK_BATCH),
        new Content(true, true, true, Facts.TITLE_MAX, Facts.PICTURES_MAX, Set.of()),
        new Polling(Duration.ofDays(7), Facts.PAGE_SIZE, Duration.ofDays(180), Duration.ofMinutes(2), Duration.ofMinutes(5)),
        new Access(Push.CALLS_US, false, false, Facts.CALLS_PER_SECOND, Facts.DRIFT, Facts.FIELDS));

    @Override
    public String kind() {
        return "xianyu";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new XianyuSession(account);
    }
}
