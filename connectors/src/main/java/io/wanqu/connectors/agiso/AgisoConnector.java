package io.wanqu.connectors.agiso;

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

/** Agiso (阿奇索), a gateway that ships on many marketplaces. What it can do is what all of them have in common. */
public final class AgisoConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.PULL_ON_PAID, true, Set.of(Facts.KIND), false, null),
        new Cards(Way.MARKED, false, null, false, false),
        new Stock(false, false, false, 1),
        Content.NONE,
        new Polling(Duration.ZERO, 0, Duration.ZERO, Duration.ofMinutes(10), Duration.ZERO),
        new Access(Push.CALLS_US, false, false, Facts.CALLS_PER_SECOND, Facts.CLOCK_DRIFT,
            Set.of(Facts.SERVICE, Facts.TOKEN)));

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
        return new AgisoSession(account);
    }
}
