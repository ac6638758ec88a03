package io.wanqu.connectors.xiaohongshu;

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

/**
 * Xiaohongshu (小红书). No interface of the platform was seen to take a seller's codes, so delivery is by hand: a person
 * ships in the platform's own console, or the shop is connected through the Agiso gateway as a channel of its own, which
 * sends the codes to the buyer there.
 */
public final class XiaohongshuConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of("xiaohongshu"), false, null),
        new Cards(Way.BY_HAND, false, null, false, false),
        new Stock(true, true, false, 1),
        new Content(true, true, true, Facts.TITLE_MAX, Facts.PICTURES_MAX, Set.of()),
        new Polling(Facts.CREATED_SPAN, Facts.PAGE_SIZE, Facts.HISTORY, Duration.ofMinutes(5), Duration.ofMinutes(5)),
        new Access(Push.CALLS_US, true, false, Facts.CALLS_PER_SECOND, Facts.DRIFT, Set.of(Pushes.PATH)));

    @Override
    public String kind() {
        return "xiaohongshu";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new XiaohongshuSession(account);
    }
}
