package io.wanqu.inventory.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.catalog.CountSales;
import io.wanqu.inventory.PoolRanLow;
import io.wanqu.inventory.cover.Paces.Watched;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at every pool that sells once a minute: learns its pace from its counter, and raises an alert before it is empty. */
@Configuration(proxyBeanMethods = false)
class WatchCover {

    private static final int AT_ONCE = 500;

    private final Paces paces;
    private final StockAlerts alerts;
    private final CountSales countSales;
    private final EventLog events;
    private final TransactionTemplate transaction;
    private final Look look;

    WatchCover(Paces paces, StockAlerts alerts, CountSales countSales, EventLog events, TransactionTemplate transaction, Look look) {
        this.paces = paces;
        this.alerts = alerts;
        this.countSales = countSales;
        this.events = events;
        this.transaction = transaction;
        this.look = look;
    }

    @Bean
    RecurringTask<Void> watchCoverOfPools() {
        return Tasks.recurring("inventory.watch-cover", FixedDelay.of(Duration.ofSeconds(look.settings.everySeconds())))
                .execute((instance, context) -> watch(look.clock.instant()));
    }

    void watch(Instant now) {
        var last = new PoolKey(ShopId.PLATFORM, new PoolId(1));
        List<Watched> some;
        do {
            var from = last;
            some = transaction.execute(status -> {
                paces.lock();
                return watch(paces.after(from, AT_ONCE), now);
            });
            last = some.isEmpty() ? last : some.getLast().key();
        } while (some.size() == AT_ONCE);
    }

    private List<Watched> watch(List<Watched> some, Instant now) {
        if (some.isEmpty()) {
            return some;
        }
        countSales.add(soldSince(some));
        var counted = some.stream().map(it -> it.counted(now)).toList();
        paces.save(some.stream().filter(it -> it.pace() == null || it.soldSince() != 0 || !it.pace().idle()).map(it -> it.counted(now)).toList());
        var forecasts = new HashMap<PoolKey, Forecast>();
        counted.forEach(it -> forecasts.put(it.key(), look.forecast(it, now)));
        var low = counted.stream().filter(it -> forecasts.get(it.key()).low())
                .map(it -> new StockAlerts.Low(it.key(), it.available(), forecasts.get(it.key()))).toList();
        var byKey = low.stream().collect(Collectors.toMap(StockAlerts.Low::key, it -> it));
        events.append(alerts.raise(low, now).stream().map(byKey::get).map(it -> new PoolRanLow(it.key().shop(), it.key().pool(), it.available(),
                it.forecast().coverHours(), it.forecast().suggested())).toList());
        alerts.close(counted.stream().map(Watched::key).filter(key -> !byKey.containsKey(key)).toList(), now);
        return some;
    }

    private static Map<ShopId, List<CountSales.Sold>> soldSince(List<Watched> some) {
        var sold = new HashMap<ShopId, List<CountSales.Sold>>();
        some.stream().filter(it -> it.soldSince() != 0).forEach(it -> sold.computeIfAbsent(it.key().shop(), shop -> new ArrayList<>())
                .add(new CountSales.Sold(it.key().pool(), it.soldSince())));
        return sold;
    }
}
