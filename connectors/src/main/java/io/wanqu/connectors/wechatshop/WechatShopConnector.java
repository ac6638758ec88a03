package io.wanqu.connectors.wechatshop;

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

/** WeChat shop (微信小店): orders are marked as shipped without a parcel, and the buyer reads the codes at our side. */
public final class WechatShopConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("wechat"), false, null),
        new Cards(Way.MARKED, false, null, false, false),
        new Stock(true, true, false, 1),
        new Content(true, true, true, Facts.TITLE_MAX, Facts.PICTURES_MAX, Set.of()),
        new Polling(Facts.ORDERS_SPAN, Facts.PAGE_SIZE, Facts.HISTORY, Duration.ofMinutes(2), Duration.ofMinutes(5)),
        new Access(Push.CALLS_US, false, false, Facts.CALLS_PER_SECOND, null, Set.of(Sealing.TOKEN, Sealing.KEY)));

    @Override
    public String kind() {
        return "wechatshop";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new WechatShopSession(account);
    }
}
