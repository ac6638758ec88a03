package io.wanqu.aftersale.supplier;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Claims from suppliers what their bad cards cost; each bad card is claimed once. */
@Service
class SupplierClaims {

    private static final String SELECT = """
            select claim_id::text as id, supplier, units, amount_minor, currency, state, made_at, ended_at
              from aftersale.supplier_claim
            """;

    private final JdbcClient jdbc;
    private final Post post;
    private final Ids ids;
    private final Clock clock;

    SupplierClaims(JdbcClient jdbc, Post post, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.post = post;
        this.ids = ids;
        this.clock = clock;
    }

    /** All that this supplier's bad cards cost and nobody has claimed yet, one claim a currency. */
    @Transactional
    public List<Claim> claim(ShopId shop, String supplier, String by) {
        var made = new ArrayList<Claim>();
        for (var currency : currencies(shop, supplier)) {
            var id = ids.next();
            var bad = take(shop, supplier, currency, id);
            if (bad.units > 0 && bad.minor > 0) {
                add(shop, id, supplier, new Bad(bad.units, bad.minor), new Money(bad.minor, Money.of(0, currency).currency()), by);
                made.add(find(shop, id));
            }
        }
        if (made.isEmpty()) {
            throw new AftersaleProblem.NothingToClaim("no bad card of " + supplier + " that is not claimed yet");
        }
        return made;
    }

    /** The supplier pays, which lessens what he has to receive; or it is written off. */
    @Transactional
    public Claim end(ShopId shop, long id, boolean paid) {
        var changed = jdbc.sql("""
                update aftersale.supplier_claim
                   set state = :state, ended_at = :now
                 where shop_id = :shop and claim_id = :id and state = 'claimed'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("state", paid ? "paid" : "written_off")
            .param("now", clock.instant().atOffset(UTC))
            .update();
        var claim = find(shop, id);
        if (changed == 0) {
            throw new AftersaleProblem.NotNow(claim.state, "claimed");
        }
        var amount = Money.of(claim.amountMinor, claim.currency);
        post.post(List.of(new Transfer(shop, paid ? "supplier.paid" : "supplier.written-off", id,
                paid ? Account.supplier(claim.supplier) : Account.SUPPLIER_RECOVERY, Account.supplierClaim(claim.supplier), amount)));
        return claim;
    }

    List<Claim> all(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by claim_id desc").param("shop", shop.value()).query(Claim.class).list();
    }

    private Claim find(ShopId shop, long id) {
        return jdbc.sql(SELECT + " where shop_id = :shop and claim_id = :id")
            .param("shop", shop.value())
            .param("id", id)
            .query(Claim.class)
            .optional()
            .orElseThrow(() -> new AftersaleProblem.UnknownClaim(Long.toString(id)));
    }

    private List<String> currencies(ShopId shop, String supplier) {
        return jdbc.sql("""
                select distinct currency
                  from aftersale.defect
                 where shop_id = :shop and supplier = :supplier and claim_id is null
                 order by currency
                """)
            .param("shop", shop.value())
            .param("supplier", supplier)
            .query(String.class)
            .list();
    }

    /** Of two who claim at once one gets the cards; the other finds none. */
    private Bad take(ShopId shop, String supplier, String currency, long claim) {
        return jdbc.sql("""
                with taken as (
                    update aftersale.defect
                       set claim_id = :claim
                     where shop_id = :shop and supplier = :supplier and currency = :currency and claim_id is null
                    returning cost_minor)
                select count(*) as units, coalesce(sum(cost_minor), 0)::bigint as minor
                  from taken
                """)
            .param("shop", shop.value())
            .param("supplier", supplier)
            .param("currency", currency)
            .param("claim", claim)
            .query(Bad.class)
            .single();
    }

    private void add(ShopId shop, long id, String supplier, Bad bad, Money amount, String by) {
        jdbc.sql("""
                insert into aftersale.supplier_claim (shop_id, claim_id, supplier, units, amount_minor, currency, state, made_by, made_at)
                values (:shop, :id, :supplier, :units, :amount, :currency, 'claimed', :by, :now)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("supplier", supplier)
            .param("units", bad.units)
            .param("amount", amount.minor())
            .param("currency", amount.currency().getCurrencyCode())
            .param("by", by)
            .param("now", clock.instant().atOffset(UTC))
            .update();
        post.post(List.of(new Transfer(shop, "supplier.claimed", id, Account.supplierClaim(supplier), Account.SUPPLIER_RECOVERY, amount)));
    }

    private record Bad(long units, long minor) {
    }

    /** What a supplier owes. */
    record Claim(String id, String supplier, int units, long amountMinor, String currency, String state, Instant madeAt,
            @Nullable Instant endedAt) {
    }
}
