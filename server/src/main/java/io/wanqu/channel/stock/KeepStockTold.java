package io.wanqu.channel.stock;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.queue.Wake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Begins to tell the stock of new listings, and tells all of it again from time to time. */
@Configuration(proxyBeanMethods = false)
public class KeepStockTold {

    private final StockPushes pushes;
    private final Wake wake;
    private final ChannelSettings settings;
    private final Clock clock;

    KeepStockTold(StockPushes pushes, Wake wake, ChannelSettings settings, Clock clock) {
        this.pushes = pushes;
        this.wake = wake;
        this.settings = settings;
        this.clock = clock;
    }

    /** Inside the caller's transaction. */
    public void begin(ChannelKey key, Collection<Item> items) {
        pushes.begin(key, items, clock.instant());
        wake.afterCommit();
    }

    /** Tells one listing's stock again; inside the caller's transaction. */
    public void again(ChannelKey key, Item item) {
        pushes.again(key, item, clock.instant());
        wake.afterCommit();
    }

    @Bean
    RecurringTask<Void> reassertStock() {
        return Tasks.recurring("channel.reassert-stock", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> pushes.reassert(clock.instant().minus(settings.stock().reassert()), clock.instant()));
    }
}
