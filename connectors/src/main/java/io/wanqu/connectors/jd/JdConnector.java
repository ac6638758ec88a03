package io.wanqu.connectors.jd;

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

/** JD (京东). Card keys reach its buyers by hand, or by way of Agiso. */
public final class JdConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(
        new Trade(Custody.SHARED_LIVE, true, Set.of(Facts.KIND), false, null),
        new Cards(Way.BY_HAND, false, null, false, false),
        new Stock(true, false, false, 1),
        new Content(true, false, false, 0, 0, Set.of()),
        new Polling(Facts.WINDOW_MAX, Facts.PAGE_SIZE, Facts.HISTORY, Duration.ofMinutes(2), Duration.ofMinutes(10)),
        new Access(Push.NONE, true, false, Facts.CALLS_PER_SECOND, Facts.CLOCK_DRIFT, Set.of(Facts.TRANSPORT)));

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
        return new JdSession(account);
    }

    /** For a shop of local services, whose codes are JD's own. */
    public LocCodes locCodes(ChannelAccount account) {
        return new LocCodes(account);
    }
}
