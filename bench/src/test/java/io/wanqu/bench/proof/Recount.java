package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Counts once more when everything is over: at the buyers, at the pool, in the audit, and in the rows themselves. */
final class Recount {

    private Recount() {
    }

    static void everyCardWentToOneOrder(World world, Goods goods, Till till, Marketplace marketplace) throws IOException {
        var shop = goods.shop().id();
        var database = world.server().database();
        assertThat(till.wrongs()).isEmpty();
        assertThat(till.count() + marketplace.quota()).isEqualTo(goods.count());
        var sight = marketplace.sight();
        assertThat(sight.get("codes").asInt()).isEqualTo(marketplace.quota());
        assertThat(sight.get("codesGivenTwice").asInt() + sight.get("codesAwaited").asInt()).as(sight.toString()).isZero();
        assertThat(goods.counted("sold")).isEqualTo(goods.count());
        assertThat(goods.counted("available") + goods.counted("held") + goods.counted("consigned") + goods.counted("voided")).isZero();
        assertThat(goods.counted("loaded")).isEqualTo(goods.count());
        assertThat(database.count("select count(*) from vault.delivery where shop_id = " + shop)).isEqualTo(goods.count());
        assertThat(database.count("select count(distinct card_id) from vault.delivery where shop_id = " + shop)).isEqualTo(goods.count());
        assertThat(database.one("select string_agg(state || ' ' || count, ', ') from (select state, count(*) from ordering.customer_order"
                + " where shop_id = " + shop + " group by state) as states")).isEqualTo("delivered " + goods.count());
        assertThat(database.count("select count(*) from ledger.posting where source like 'order.paid%' and shop_id = " + shop))
                .isEqualTo(goods.count());
        auditIsClean(goods);
    }

    static void auditIsClean(Goods goods) throws IOException {
        var audit = goods.shop().audit();
        assertThat(audit.get("clean").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.get("findings")).isNotEmpty();
    }
}
