package io.wanqu.vault.batch;

import static io.wanqu.vault.VaultCast.aCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.Claim;
import io.wanqu.vault.CountsStock;
import io.wanqu.vault.Issue;
import io.wanqu.vault.PoolCount;
import io.wanqu.vault.StockCast;
import io.wanqu.vault.VaultCast;
import io.wanqu.vault.VaultProblem;
import io.wanqu.vault.VaultQueries;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class BatchTest {

    @Autowired
    private Batches batches;
    @Autowired
    private RecallBatch recallBatch;
    @Autowired
    private ExportBatch exportBatch;
    @Autowired
    private VoidCards voidCards;
    @Autowired
    private CountsStock counts;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private Issue issue;
    @Autowired
    private VaultQueries queries;
    @Autowired
    private StockCast stock;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;
    private PoolId pool;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
    }

    @Test
    void takes_what_is_not_sold_off_sale_and_says_so_to_the_stock() {
        var batch = batch(cast.cards(shop, pool, 5));
        issue(1, 2);
        stock.hold(shop, pool, 2);

        assertThat(recallBatch.recall(shop, batch)).isEqualTo(new RecallBatch.Recalled(3, 0));

        assertThat(queries.countByPool(shop)).containsExactly(new PoolCount(shop, pool, 0, 0, 0, 2, 3, 2, 0));
        assertThat(stock.available(shop, pool)).isZero();
        assertThat(recallBatch.recall(shop, batch)).isEqualTo(new RecallBatch.Recalled(0, 0));
        assertThat(events("vault.cards-recalled")).isEqualTo(1);
    }

    @Test
    void leaves_what_holders_were_promised() {
        var batch = batch(cast.cards(shop, pool, 5));
        stock.hold(shop, pool, 4);

        assertThat(recallBatch.recall(shop, batch)).isEqualTo(new RecallBatch.Recalled(1, 4));

        assertThat(queries.countByPool(shop).getFirst().available()).isEqualTo(4);
        assertThat(issue(1, 4)).isEqualTo(4);
    }

    @Test
    void takes_single_uses_out_of_a_card_when_the_rest_is_promised() {
        var batch = batch(List.of(cast.card(shop, pool, aCard().uses(10))));
        stock.hold(shop, pool, 3);

        assertThat(recallBatch.recall(shop, batch)).isEqualTo(new RecallBatch.Recalled(7, 3));
        assertThat(issue(1, 5)).isEqualTo(3);
        assertThat(queries.countByPool(shop)).containsExactly(new PoolCount(shop, pool, 0, 0, 0, 3, 7, 3, 0));
    }

    @Test
    void recalls_more_cards_than_fit_into_one_stretch() {
        var batch = batch(cast.cards(shop, pool, 2_100));

        assertThat(recallBatch.recall(shop, batch)).isEqualTo(new RecallBatch.Recalled(2_100, 0));
        assertThat(batches.find(shop, batch).orElseThrow().recalledUses()).isEqualTo(2_100);
    }

    @Test
    void knows_no_batch_of_another_shop() {
        var batch = batch(cast.cards(shop, pool, 1));

        assertThatExceptionOfType(VaultProblem.UnknownBatch.class).isThrownBy(() -> recallBatch.recall(cast.shop(), batch));
        assertThat(stock.available(shop, pool)).isEqualTo(1);
    }

    @Test
    void exports_masked_numbers_and_logs_it() throws Exception {
        var batch = batch(List.of(cast.card(shop, pool, aCard().secret("ABCDEFGHIJ").label("=1+1")), cast.card(shop, pool, aCard().secret("SHORT"))));
        var out = new StringWriter();

        exportBatch.write(shop, batches.find(shop, batch).orElseThrow(), "mei", out);

        assertThat(out.toString().lines().skip(1).map(line -> line.substring(line.indexOf(',') + 1)))
                .containsExactly("AB****IJ,'=1+1,available,1,," + batch, "****,,available,1,," + batch);
        assertThat(jdbc.sql("select opened_by from vault.reveal_log where shop_id = ? and kind = 'export' and batch_id = ?")
                .params(shop.value(), batch).query(String.class).list()).containsExactly("mei");
    }

    @Test
    void voids_expired_cards_but_for_what_was_promised() {
        var soon = Instant.now().plus(Duration.ofHours(1));
        cast.card(shop, pool, aCard().expiresAt(soon));
        cast.card(shop, pool, aCard().expiresAt(soon));
        cast.card(shop, pool, aCard().expiresAt(soon));
        cast.cards(shop, pool, 1);
        stock.hold(shop, pool, 2);

        expireAt(soon.minusSeconds(1));
        assertThat(queries.countByPool(shop).getFirst().voided()).isZero();
        expireAt(soon);

        assertThat(queries.countByPool(shop)).containsExactly(new PoolCount(shop, pool, 2, 0, 0, 0, 2, 0, 0));
        assertThat(stock.available(shop, pool)).isZero();
    }

    private void expireAt(Instant time) {
        new ExpireCards(jdbc, counts, voidCards, transaction, Clock.fixed(time, ZoneOffset.UTC)).expire();
    }

    private int issue(long holder, int quantity) {
        return cast.inTransaction(() -> issue.issue(List.of(new Claim(shop, pool, holder, 1, quantity, List.of())))).getFirst().count();
    }

    /** Makes these cards one batch, as an import would have. */
    private long batch(List<Long> cards) {
        var batch = cast.id();
        jdbc.sql("""
                insert into vault.import (shop_id, import_id, pool_id, state, format, charset, uses, expires_at, loaded, uses_loaded,
                                          first_card, last_card, created_by, created_at)
                values (:shop, :batch, :pool, 'done', 'code', 'utf-8', 1, 'infinity', :count, :count, :first, :last, 'mei', now())
                """)
            .param("shop", shop.value()).param("batch", batch).param("pool", pool.value()).param("count", cards.size())
            .param("first", cards.getFirst()).param("last", cards.getLast())
            .update();
        jdbc.sql("update vault.card set batch_id = ? where shop_id = ?").params(batch, shop.value()).update();
        return batch;
    }

    private long events(String type) {
        return jdbc.sql("select count(*) from kernel.event where shop_id = ? and type = ?").params(shop.value(), type)
            .query(Long.class).single();
    }
}
