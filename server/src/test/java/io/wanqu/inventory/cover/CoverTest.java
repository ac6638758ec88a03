package io.wanqu.inventory.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class CoverTest {

    @Autowired
    private Api api;

    @Autowired
    private Market market;

    @Autowired
    private WatchCover watchCover;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private String token;

    @BeforeEach
    void open() {
        stall = market.stall(100);
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void tells_before_the_pool_is_dry_and_only_once() {
        sell(60);
        watchCover.watch(clock.instant());
        watchCover.watch(clock.instant().plusSeconds(60));

        var alerts = api.get("/api/v1/stock-alerts", token).json().path("items");

        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).path("kind").asString()).isEqualTo("low");
        assertThat(alerts.get(0).path("available").asLong()).isEqualTo(40);
        assertThat(events()).isEqualTo(1);
    }

    @Test
    void tells_again_when_it_is_dry_and_closes_when_there_is_enough() {
        rule(1, 14, 50);
        sell(60);
        watchCover.watch(clock.instant());
        sell(40);
        watchCover.watch(clock.instant().plusSeconds(60));
        assertThat(api.get("/api/v1/stock-alerts", token).json().path("items").get(0).path("kind").asString()).isEqualTo("dry");
        assertThat(events()).isEqualTo(2);

        market.load(stall, 5_000);
        watchCover.watch(clock.instant().plus(Duration.ofHours(20)));

        assertThat(api.get("/api/v1/stock-alerts", token).json().path("items")).isEmpty();
        assertThat(api.get("/api/v1/stock-alerts?all=true", token).json().path("items")).hasSize(1);
    }

    @Test
    void counts_sales_of_the_product_behind_the_pool_once() {
        sell(7);
        watchCover.watch(clock.instant());
        watchCover.watch(clock.instant());

        assertThat(api.get("/api/v1/products", token).json().path("items").get(0).path("sold").asLong()).isEqualTo(7);
    }

    @Test
    void shows_every_pool_with_its_forecast_and_rule() {
        rule(48, 7, 3);
        sell(10);

        var pool = api.get("/api/v1/pools/cover", token).json().path("items").get(0);

        assertThat(pool.path("available").asLong()).isEqualTo(90);
        assertThat(pool.path("rule").toString()).isEqualTo("{\"leadHours\":48,\"restockDays\":7,\"minimum\":3}");
        assertThat(pool.path("perDayHundredths").asLong()).isNotNegative();
        assertThat(api.send("PUT", "/api/v1/pools/7/cover", token, "{\"leadHours\":1,\"restockDays\":1,\"minimum\":0}").code())
                .isEqualTo("inventory.unknown-pool");
        assertThat(api.send("PUT", "/api/v1/pools/" + stall.pool() + "/cover", token, "{\"leadHours\":0,\"restockDays\":1,\"minimum\":0}").status())
                .isEqualTo(422);
    }

    private void rule(int lead, int days, long minimum) {
        assertThat(api.send("PUT", "/api/v1/pools/" + stall.pool() + "/cover", token,
                "{\"leadHours\":" + lead + ",\"restockDays\":" + days + ",\"minimum\":" + minimum + "}").status()).isEqualTo(200);
    }

    /** The counters alone: what a sale is besides is tested elsewhere. */
    private void sell(int units) {
        jdbc.sql("update inventory.pool set sold = sold + :units, available = available - :units where shop_id = :shop and pool_id = :pool")
                .param("units", units).param("shop", stall.shop().id().value()).param("pool", stall.pool().value()).update();
    }

    private long events() {
        return jdbc.sql("select count(*) from kernel.event where type = 'inventory.pool-ran-low' and shop_id = :shop and subject = :pool")
                .param("shop", stall.shop().id().value()).param("pool", stall.pool().value()).query(Long.class).single();
    }
}
