package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/** Counts once more when everything is over: at the buyers, at the pool, in the audit, and in the rows themselves. */
final class Recount {

    private Recount() {
    }

    /** @param elsewhere how many were sold on marketplaces, whose codes the buyers of the own page can't show */
    static void everyCardWentToOneOrder(World world, Goods goods, Till till, int elsewhere) throws IOException {
        var shop = goods.shop().id();
        var database = world.server().database();
        assertThat(till.wrongs()).isEmpty();
        assertThat(till.count() + elsewhere).isEqualTo(goods.count());
        assertThat(goods.counted("sold")).isEqualTo(goods.count());
        assertThat(goods.counted("available") + goods.counted("held") + goods.counted("consigned") + goods.counted("voided")).isZero();
        assertThat(goods.counted("loaded")).isEqualTo(goods.count());
        assertThat(database.count("select count(*) from vault.delivery where shop_id = " + shop)).isEqualTo(goods.count());
        assertThat(database.count("select count(distinct card_id) from vault.delivery where shop_id = " + shop)).isEqualTo(goods.count());
        assertThat(database.one("select string_agg(state || ' ' || count, ', ') from (select state, count(*) from ordering.customer_order"
                + " where shop_id = " + shop + " group by state) as states")).isEqualTo("delivered " + goods.count());
        assertThat(database.count("select sum(amount_minor) from ledger.posting where credit like '%frozen%' and shop_id = " + shop))
                .isEqualTo(goods.count() * Goods.PRICE);
        auditIsClean(goods);
    }

    static void auditIsClean(Goods goods) throws IOException {
        var audit = goods.shop().audit();
        assertThat(audit.get("clean").asBoolean()).as(audit.toString()).isTrue();
        assertThat(audit.get("findings")).isNotEmpty();
    }
}
