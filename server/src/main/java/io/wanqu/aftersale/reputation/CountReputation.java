package io.wanqu.aftersale.reputation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.aftersale.reputation.Formula.Facts;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.LedgerSettings;
import io.wanqu.ordering.disputing.TradeFacts;
import io.wanqu.ordering.disputing.TradeFacts.Traded;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts all shops anew once a day: a statement for the orders, one for the cases, one to write. Counted again, the day is replaced. */
@Configuration(proxyBeanMethods = false)
public class CountReputation {

    private static final Duration SPAN = Duration.ofDays(90);

    private final TradeFacts trade;
    private final Reputations reputations;
    private final KnownStanding known;
    private final LedgerSettings settings;
    private final Clock clock;

    CountReputation(TradeFacts trade, Reputations reputations, KnownStanding known, LedgerSettings settings, Clock clock) {
        this.trade = trade;
        this.reputations = reputations;
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    public RecurringTask<Void> countReputations() {
        return Tasks.recurring("aftersale.count-reputation", FixedDelay.of(Duration.ofDays(1))).execute((instance, context) -> countAll());
    }

    /** A shop that only had cases is counted too. */
    public void countAll() {
        var now = clock.instant();
        var lost = new HashMap<>(reputations.lostSince(now.minus(SPAN)));
        var traded = new HashMap<ShopId, Traded>();
        trade.since(now.minus(SPAN)).forEach(it -> traded.put(it.shop(), it));
        lost.keySet().forEach(shop -> traded.putIfAbsent(shop, new Traded(shop, 0, 0, 0)));
        var rows = traded.values().stream().map(it -> {
            var cases = lost.getOrDefault(it.shop(), Reputations.Lost.NOTHING);
            var facts = new Facts(it.paid(), it.refunded(), it.p95Seconds(), cases.defective(), cases.lost());
            return new Reputations.Row(it.shop(), facts, Formula.of(facts));
        }).toList();
        reputations.put(rows, LocalDate.ofInstant(now, settings.zone()), now);
        known.forget();
    }
}
