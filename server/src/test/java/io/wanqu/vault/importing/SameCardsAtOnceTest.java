package io.wanqu.vault.importing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.wanqu.testing.WanquTest;
import io.wanqu.vault.StockCast;
import io.wanqu.vault.VaultCast;
import io.wanqu.vault.importing.Import.Counts;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two files with the same cards, read by two workers in the same moment. */
@WanquTest
class SameCardsAtOnceTest {

    @Autowired
    private ImportCast run;
    @Autowired
    private ReadStretch read;
    @Autowired
    private WriteStretch write;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private StockCast stock;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_later_one_finds_duplicates_in_what_the_earlier_one_had_not_committed_yet() throws Exception {
        var shop = cast.shop();
        var pool = cast.pool(shop);
        var first = run.claimed(shop, pool, "one-1111\ntwo-2222\n", 1);
        var second = run.claimed(shop, pool, "two-2222\nthree-3333\none-1111\n", 2);
        var ready = read.open(second).next();

        try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Counts> later = transaction.execute(status -> {
                write.write(first, first.counts(), 1, read.open(first).next());
                var writing = worker.submit(() -> write.write(second, second.counts(), 2, ready));
                await().atMost(60, SECONDS).until(this::somebodyWaitsToCopy);
                return writing;
            });

            assertThat(later.get()).isEqualTo(new Counts(3, 1, 1, 2, 0, 0));
        }
        assertThat(stock.loaded(shop, pool)).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from vault.card where shop_id = ?").param(shop.value()).query(Long.class).single()).isEqualTo(3);
    }

    private boolean somebodyWaitsToCopy() {
        return jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'copy vault.card%'")
                .query(Long.class).single() == 1;
    }
}
