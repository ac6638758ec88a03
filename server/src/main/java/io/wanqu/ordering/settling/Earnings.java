package io.wanqu.ordering.settling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.GiveBack;
import io.wanqu.ledger.GiveBack.Returned;
import io.wanqu.ledger.Holdings;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.row.OrderRow;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the money of locked orders from hand to hand: frozen, earned less the commission of its day, to be drawn, or back.
 * The commission of an order rounds half up to the smallest unit, and the shop gets the rest, so no unit is lost or made.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Earnings {

    private static final long WHOLE = 10_000;

    private final Post post;
    private final Holdings holdings;
    private final GiveBack giveBack;
    private final JdbcClient jdbc;

    Earnings(Post post, Holdings holdings, GiveBack giveBack, JdbcClient jdbc) {
        this.post = post;
        this.holdings = holdings;
        this.giveBack = giveBack;
        this.jdbc = jdbc;
    }

    /**
     * What is frozen for what was handed over becomes the shop's and the platform's; money that went back meanwhile does not.
     * Returns what each order earned, the commission included.
     */
    Map<OrderId, Money> release(Collection<OrderRow> delivered) {
        var held = holdings.lock(delivered.stream().map(Earnings::key).toList());
        var rates = commission(delivered);
        var transfers = new ArrayList<Transfer>();
        var all = new HashMap<OrderId, Money>();
        for (var order : delivered) {
            var handedOver = order.sum(order.linesIn(OrderRow.Line.DELIVERED));
            var earned = Math.clamp(held.get(key(order)).in(Account.FROZEN), 0, handedOver.minor());
            var commission = commission(earned, rates.get(order.id()));
            transfers.add(transfer(order, "order.confirmed", Account.FROZEN, Account.MERCHANT, earned - commission));
            transfers.add(transfer(order, "order.confirmed", Account.FROZEN, Account.COMMISSION, commission));
            all.put(order.id(), new Money(earned, handedOver.currency()));
        }
        post(transfers);
        return all;
    }

    /** The time to wait has passed. */
    void mature(Collection<OrderRow> confirmed) {
        var held = holdings.lock(confirmed.stream().map(Earnings::key).toList());
        post(confirmed.stream()
                .map(order -> transfer(order, "order.matured", Account.MERCHANT, Account.AVAILABLE, held.get(key(order)).in(Account.MERCHANT)))
                .toList());
    }

    /** Money went back to the buyer, wherever it had come to. */
    void giveBack(Map<OrderRow, Money> amounts, String receivable) {
        giveBack.giveBack(amounts.entrySet().stream()
                .filter(it -> it.getValue().minor() > 0)
                .map(it -> new Returned(it.getKey().shop(), "order.refunded", it.getKey().id().value(), Account.receivable(receivable), it.getValue()))
                .toList());
    }

    static long commission(long earned, int basisPoints) {
        return BigInteger.valueOf(earned).multiply(BigInteger.valueOf(basisPoints)).add(BigInteger.valueOf(WHOLE / 2))
                .divide(BigInteger.valueOf(WHOLE)).longValueExact();
    }

    private Map<OrderId, Integer> commission(Collection<OrderRow> orders) {
        var rates = new HashMap<OrderId, Integer>();
        jdbc.sql("""
                select customer_order.order_id, commission_bp
                  from unnest(:shops, :orders) as wanted (shop_id, order_id)
                  join ordering.customer_order using (shop_id, order_id)
                """)
            .params(Columns.of(List.copyOf(orders)).longs("shops", it -> it.shop().value()).longs("orders", it -> it.id().value()).params())
            .query(row -> {
                rates.put(new OrderId(row.getLong("order_id")), row.getInt("commission_bp"));
            });
        return rates;
    }

    private static Holdings.Key key(OrderRow order) {
        return new Holdings.Key(order.shop(), order.id().value());
    }

    private static Transfer transfer(OrderRow order, String source, Account from, Account to, long minor) {
        return new Transfer(order.shop(), source, order.id().value(), from, to, new Money(minor, order.total().currency()));
    }

    private void post(List<Transfer> transfers) {
        post.post(transfers.stream().filter(transfer -> transfer.amount().minor() > 0).toList());
    }
}
