package io.wanqu.channel.invented;

import java.time.Duration;
import java.util.Set;

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

/** Connectors of kinds that no marketplace has, each with its own capabilities, all speaking with an {@link InventedWorld}. */
public abstract class Invented implements Connector {

    private final String kind;
    private final Capabilities capabilities;

    private Invented(String kind, Capabilities capabilities) {
        this.kind = kind;
        this.capabilities = capabilities;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public ChannelSession open(ChannelAccount account) {
        return new InventedSession(InventedWorld.at(account.shopId()), account);
    }

    private static Capabilities can(Custody custody, Cards cards, int batch, Access access) {
        return new Capabilities(new Trade(custody, false, Set.of(), false, null), cards, new Stock(batch > 0, false, false, Math.max(1, batch)),
                new Content(true, false, false, 60, 0, Set.of()),
                new Polling(Duration.ofDays(1), 100, Duration.ofDays(30), Duration.ofMinutes(5), Duration.ofMinutes(5)), access);
    }

    private static Access access(Push push, String... fields) {
        return new Access(push, false, false, 1_000, null, Set.of(fields));
    }

    /** Shows codes and takes the stock of twenty listings in a call. */
    public static final class Open extends Invented {

        public Open() {
            super("invented-open", can(Custody.SHARED_LIVE, new Cards(Way.SHOWN, false, null, false, true), 20, access(Push.NONE)));
        }
    }

    /** Keeps messages until they are fetched. */
    public static final class Mailbox extends Invented {

        public Mailbox() {
            super("invented-mailbox", can(Custody.SHARED_LIVE, new Cards(Way.SHOWN, false, null, false, true), 20, access(Push.QUEUE)));
        }
    }

    /** Buys from us. */
    public static final class Buying extends Invented {

        public Buying() {
            super("invented-buying", can(Custody.PULL_ON_PAID, new Cards(Way.ANSWERED, false, null, false, false), 20, access(Push.CALLS_US)));
        }
    }

    /** Has no way for codes. */
    public static final class ByHand extends Invented {

        public ByHand() {
            super("invented-by-hand", can(Custody.PULL_ON_PAID, new Cards(Way.BY_HAND, false, null, false, false), 0, access(Push.NONE)));
        }
    }

    /** Keeps codes of ours and hands them out itself. */
    public static final class Depot extends Invented {

        public Depot() {
            super("invented-depot", can(Custody.CONSIGNMENT, new Cards(Way.SHOWN, true, null, false, false), 20, access(Push.NONE)));
        }
    }

    /** Takes offers from us; a title has twenty characters at most and never says "best". */
    public static final class Shelf extends Invented {

        public Shelf() {
            super("invented-shelf", new Capabilities(new Trade(Custody.SHARED_LIVE, false, Set.of(), false, null),
                    new Cards(Way.SHOWN, false, null, false, true), new Stock(true, false, false, 20),
                    new Content(true, true, true, 20, 2, Set.of("best")),
                    new Polling(Duration.ofDays(1), 100, Duration.ofDays(30), Duration.ofMinutes(5), Duration.ofMinutes(5)), access(Push.NONE)));
        }
    }

    /** Asks for more than key and secret. */
    public static final class Keyed extends Invented {

        public Keyed() {
            super("invented-keyed", can(Custody.SHARED_LIVE, new Cards(Way.SHOWN, false, null, false, true), 20,
                    access(Push.CALLS_US, "messageKey", "merchant")));
        }
    }
}
