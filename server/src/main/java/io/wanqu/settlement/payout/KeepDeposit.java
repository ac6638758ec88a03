package io.wanqu.settlement.payout;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.settlement.SettlementProblem.NotEnough;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves money between what a shop may draw and what it leaves as security. */
@Service
class KeepDeposit {

    private final ShopMoney money;
    private final Post post;
    private final JdbcClient jdbc;
    private final ShopDesk desk;

    KeepDeposit(ShopMoney money, Post post, JdbcClient jdbc, ShopDesk desk) {
        this.money = money;
        this.post = post;
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @Transactional
    void topUp(ShopId shop, Money amount, String by) {
        mustHave("available", amount, money.lock(shop, amount.currency()).available());
        move(shop, Kind.TOPPED_UP, amount, "from what may be drawn", by);
    }

    /** Only what is above the required amount comes back. */
    @Transactional
    void giveBack(ShopId shop, Money amount, String by) {
        var sums = money.lock(shop, amount.currency());
        mustHave("deposit above what is required", amount, sums.deposit() - sums.required().minor());
        move(shop, Kind.RETURNED, amount, "above what is required", by);
    }

    /** Pays with the deposit for what the shop owes; what it owes is what it drew and then had to give back. */
    @Transactional
    void use(ShopId shop, Money amount, String reason, String by) {
        mustHave("deposit", amount, money.lock(shop, amount.currency()).deposit());
        move(shop, Kind.USED, amount, reason, by);
    }

    void require(ShopId shop, Money required, String reason, String by) {
        jdbc.sql("""
                insert into settlement.deposit_requirement (shop_id, currency, required_minor, reason, changed_by)
                values (:shop, :currency, :required, :reason, :by)
                    on conflict (shop_id, currency) do update
                   set required_minor = excluded.required_minor, reason = excluded.reason, changed_by = excluded.changed_by, changed_at = now()
                """)
            .param("shop", shop.value())
            .param("currency", required.currency().getCurrencyCode())
            .param("required", required.minor())
            .param("reason", reason)
            .param("by", by)
            .update();
    }

    private void move(ShopId shop, Kind kind, Money amount, String reason, String by) {
        var id = desk.ids().next();
        jdbc.sql("""
                insert into settlement.deposit_move (shop_id, move_id, kind, amount_minor, currency, reason, made_by)
                values (:shop, :id, :kind, :amount, :currency, :reason, :by)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("kind", kind.name().toLowerCase(Locale.ROOT))
            .param("amount", amount.minor())
            .param("currency", amount.currency().getCurrencyCode())
            .param("reason", reason)
            .param("by", by)
            .update();
        var in = kind == Kind.TOPPED_UP;
        post.post(List.of(new Transfer(shop, "deposit." + kind.source, id, in ? Account.AVAILABLE : Account.DEPOSIT,
                in ? Account.DEPOSIT : Account.AVAILABLE, amount)));
    }

    private static void mustHave(String account, Money wanted, long there) {
        if (there < wanted.minor()) {
            throw new NotEnough(account, wanted.minor(), Math.max(0, there));
        }
    }

    private enum Kind {
        TOPPED_UP("topped-up"), RETURNED("returned"), USED("used");

        private final String source;

        Kind(String source) {
            this.source = source;
        }
    }
}
