package io.wanqu.kernel.trail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was written down, behind the back of those who did it: reads the entries of transactions that have ended and
 * adds for each shop links to its chain. As in the books, no deed waits for the end of a chain.
 */
@Configuration(proxyBeanMethods = false)
public class SealTrail {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int READ_MAX = 5_000;
    /** While nothing is done the mark is not moved for every transaction of others: each move is a write. */
    private static final int IDLE_MAX = 10_000;
    private static final int LINK_MAX = 500;

    private final TrailChain chain;
    private final TransactionTemplate transaction;

    SealTrail(TrailChain chain, TransactionTemplate transaction) {
        this.chain = chain;
        this.transaction = transaction;
    }

    @Bean
    RecurringTask<Void> sealTrailEntries() {
        return Tasks.recurring("kernel.seal-trail", FixedDelay.of(EVERY)).execute((instance, context) -> sealAll());
    }

    /** Seals everything that can be sealed now. */
    public void sealAll() {
        while (transaction.execute(status -> chain.mark().lock().map(this::seal).orElse(false))) {
            Thread.onSpinWait();
        }
    }

    /** Returns whether there is more. */
    private boolean seal(long from) {
        var horizon = chain.mark().horizon();
        var read = chain.unsealed(from, horizon, READ_MAX);
        var more = read.size() >= READ_MAX;
        if (!read.isEmpty()) {
            write(read);
        }
        if (!read.isEmpty() || horizon - from > IDLE_MAX) {
            chain.mark().move(more ? read.getLast().xid() + 1 : horizon);
        }
        return more;
    }

    private void write(List<TrailRow> rows) {
        var byShop = rows.stream()
                .sorted(Comparator.comparing(TrailRow::xid).thenComparing(TrailRow::id))
                .collect(Collectors.groupingBy(TrailRow::shop, TreeMap::new, Collectors.toList()));
        var heads = chain.heads(byShop.keySet());
        var links = new ArrayList<TrailLink>();
        byShop.forEach((shop, some) -> {
            var head = heads.get(shop);
            var seq = head == null ? 0 : head.seq();
            var previous = head == null ? TrailRow.genesis(shop) : head.hash();
            for (var i = 0; i < some.size(); i += LINK_MAX) {
                var link = TrailLink.over(shop, ++seq, previous, some.subList(i, Math.min(i + LINK_MAX, some.size())));
                links.add(link);
                previous = link.hash();
            }
        });
        chain.add(links);
    }
}
