package io.wanqu.channel.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Sessions;
import io.wanqu.channel.reconciliation.Differences.Run;
import io.wanqu.connector.ConnectorException;

import org.springframework.stereotype.Component;

/** Compares a channel's day with ours: orders, money, stock and cards. The channel is asked outside of any transaction. */
@Component
class Reconcile {

    private final Sessions sessions;
    private final ReadDay readDay;
    private final CompareOrders compareOrders;
    private final CompareCards compareCards;
    private final CompareStock compareStock;
    private final Differences differences;

    Reconcile(Sessions sessions, ReadDay readDay, CompareOrders compareOrders, CompareCards compareCards, CompareStock compareStock,
            Differences differences) {
        this.sessions = sessions;
        this.readDay = readDay;
        this.compareOrders = compareOrders;
        this.compareCards = compareCards;
        this.compareStock = compareStock;
        this.differences = differences;
    }

    /** A channel that cannot be asked leaves the findings of the run before as they were. */
    Run run(ChannelKey key, LocalDate day) {
        var channel = sessions.open(key);
        var found = new ArrayList<Difference>();
        Run run;
        try {
            var span = readDay.span(day);
            var there = readDay.orders(channel, span);
            var here = compareOrders.here(key, there.keySet(), span);
            found.addAll(compareOrders.compare(channel, there, here));
            found.addAll(compareCards.compare(channel, there, here));
            found.addAll(compareStock.compare(key, readDay.stock(channel)));
            differences.replace(key, day, found, readDay.now());
            run = new Run(day, "done", Math.max(there.size(), here.size()), found.size(), null);
        } catch (ConnectorException e) {
            run = new Run(day, "failed", 0, 0, e.code());
        }
        differences.ran(key, run, readDay.now());
        return run;
    }
}
