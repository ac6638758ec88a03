package io.wanqu.vault.batch;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.batch.Batches.Unsold;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes expired cards out of the stock, pool by pool, so that the counters do not promise what is never issued. */
@Configuration(proxyBeanMethods = false)
class ExpireCards {

    private static final Logger log = LoggerFactory.getLogger(ExpireCards.class);
    private static final int CARDS = 1_000;

    private final JdbcClient jdbc;
    private final CountsStock stock;
    private final VoidCards voidCards;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpireCards(JdbcClient jdbc, CountsStock stock, VoidCards voidCards, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.stock = stock;
        this.voidCards = voidCards;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> expireVaultCards() {
        return Tasks.recurring("vault.expire-cards", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> expire());
    }

    /** What holders were promised out of expired cards stays until their time is over, and goes with a later run. */
    void expire() {
        for (var pool : pools()) {
            long taken;
            do {
                taken = expire(pool);
            } while (taken > 0);
        }
    }

    private long expire(ExpiringPool pool) {
        Long taken = transaction.execute(status -> {
            stock.lock(pool.shop(), List.of(pool.pool()));
            var cards = lockExpired(pool);
            return cards.isEmpty() ? 0 : voidCards.take(pool.shop(), pool.pool(), cards);
        });
        if (taken == null || taken == 0) {
            return 0;
        }
        log.info("{} uses of pool {} have expired", taken, pool.pool());
        return taken;
    }

    private List<ExpiringPool> pools() {
        return jdbc.sql("""
                select distinct shop_id, pool_id
                  from vault.card
                 where state = 'available'
                   and expires_at < 'infinity'
                   and expires_at <= :now
                 order by shop_id, pool_id
                """)
            .param("now", clock.instant().atOffset(UTC))
            .query((row, n) -> new ExpiringPool(new ShopId(row.getLong("shop_id")), new PoolId(row.getLong("pool_id"))))
            .list();
    }

    private List<Unsold> lockExpired(ExpiringPool pool) {
        return jdbc.sql("""
                select card_id, uses_left
                  from vault.card
                 where shop_id = :shop
                   and pool_id = :pool
                   and state = 'available'
                   and expires_at <= :now
                 order by expires_at, card_id
                 limit :limit
                   for update
                """)
            .param("shop", pool.shop().value())
            .param("pool", pool.pool().value())
            .param("now", clock.instant().atOffset(UTC))
            .param("limit", CARDS)
            .query((row, n) -> new Unsold(row.getLong("card_id"), row.getInt("uses_left")))
            .list();
    }

    private record ExpiringPool(ShopId shop, PoolId pool) {
    }
}
