package io.wanqu.wallet;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ShopId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes what is left on gift cards back when their time is over. */
@Configuration(proxyBeanMethods = false)
class ExpireGiftCards {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final GiftCards cards;
    private final Clock clock;

    ExpireGiftCards(JdbcClient jdbc, GiftCards cards, Clock clock) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> expireDueGiftCards() {
        return Tasks.recurring("wallet.expire-gift-cards", FixedDelay.of(Duration.ofMinutes(10))).execute((instance, context) -> expire());
    }

    void expire() {
        jdbc.sql("select shop_id, card_id from wallet.gift_card where state = 'issued' and expires_at <= ? order by expires_at limit ?")
            .params(clock.instant().atOffset(ZoneOffset.UTC), BATCH)
            .query((row, n) -> cards.empty(new ShopId(row.getLong("shop_id")), row.getLong("card_id")))
            .list();
    }
}
