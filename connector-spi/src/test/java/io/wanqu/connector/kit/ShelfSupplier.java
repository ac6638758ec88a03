package io.wanqu.connector.kit;

import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.Secret;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A host with a few goods on a shelf, which keeps its promises: one sale for one order number. */
public final class ShelfSupplier implements Supplier {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Goods> goods = new LinkedHashMap<>();
    private final Map<String, Supplied> orders = new LinkedHashMap<>();
    private final Map<String, String> watched = new TreeMap<>();
    private boolean withSecrets = true;
    private boolean slow;
    private int sold;

    public ShelfSupplier put(String number, String name, long priceMinor, long stock) {
        goods.put(number, new Goods(number, name, priceMinor, stock, true));
        return this;
    }

    /** From now on a code is a number and nothing else. */
    public void withoutSecrets() {
        withSecrets = false;
    }

    /** From now on nothing is done at once. */
    public void slow(boolean on) {
        slow = on;
    }

    public synchronized int sold() {
        return sold;
    }

    public synchronized Map<String, String> watched() {
        return Map.copyOf(watched);
    }

    @Override
    public long balanceMinor() {
        return 1_234_500;
    }

    @Override
    public synchronized Page goods(@Nullable String keyword, int page, int size) {
        var all = goods.values().stream().filter(each -> keyword == null || each.name().contains(keyword)).toList();
        return new Page(all.stream().skip((page - 1L) * size).limit(size).toList(), all.size());
    }

    @Override
    public synchronized Optional<Goods> goods(String number) {
        return Optional.ofNullable(goods.get(number));
    }

    @Override
    public synchronized Supplied order(Purchase purchase) {
        var before = orders.get(purchase.orderNumber());
        if (before != null && before.state() != Supplied.State.PROCESSING) {
            return before;
        }
        var supplied = slow ? answer(purchase, Supplied.State.PROCESSING, List.of(), "") : sell(purchase);
        orders.put(purchase.orderNumber(), supplied);
        return supplied;
    }

    private Supplied sell(Purchase purchase) {
        var one = goods.get(purchase.goodsNumber());
        if (one == null || one.stock() < purchase.quantity()) {
            return answer(purchase, Supplied.State.FAILED, List.of(), "库存不足");
        }
        if (one.priceMinor() * purchase.quantity() > purchase.mostMinor()) {
            return answer(purchase, Supplied.State.FAILED, List.of(), "price is above the limit");
        }
        var codes = new ArrayList<Code>();
        for (var at = 0; at < purchase.quantity(); at++) {
            var number = "NO-" + ++sold;
            codes.add(new Code(number, withSecrets ? Secret.of("密-" + number) : null, "card-" + sold));
        }
        goods.put(one.number(), new Goods(one.number(), one.name(), one.priceMinor(), one.stock() - purchase.quantity(), true));
        return answer(purchase, Supplied.State.DONE, codes, "");
    }

    private Supplied answer(Purchase purchase, Supplied.State state, List<Code> codes, String reason) {
        var one = goods.get(purchase.goodsNumber());
        var amount = one == null ? 0 : one.priceMinor() * purchase.quantity();
        return new Supplied(purchase.orderNumber(), state == Supplied.State.FAILED ? "" : "W-" + purchase.orderNumber(), state,
            amount, new Supplied.Times(NOW, state == Supplied.State.PROCESSING ? null : NOW.plusSeconds(1)), codes, reason);
    }

    @Override
    public synchronized Optional<Supplied> find(String orderNumber) {
        return orders.values().stream()
            .filter(each -> each.orderNumber().equals(orderNumber) || each.ourNumber().equals(orderNumber)).findFirst();
    }

    @Override
    public synchronized void watch(String goodsNumber, String token, boolean on) {
        if (on) {
            watched.put(goodsNumber, token);
        } else {
            watched.remove(goodsNumber);
        }
    }
}
