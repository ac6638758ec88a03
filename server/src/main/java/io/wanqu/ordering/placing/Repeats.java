package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.KernelProblem.IdempotencyKeyReused;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Rails;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recognises an order that was asked for before under the same idempotency key, and answers it as before. */
@Repository
class Repeats {

    static final PlaceOutcome REUSED = new Refused(new IdempotencyKeyReused());

    private final JdbcClient jdbc;
    private final Payments payments;
    private final Rails rails;

    Repeats(JdbcClient jdbc, Payments payments, Rails rails) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.rails = rails;
    }

    /** The content of an ask, so that a key can't be used for something else. */
    static byte[] fingerprint(PlaceAsk ask) {
        return OrderSecrets.digest(ask.channel() + "|" + ask.lines() + "|" + ask.rail() + "|" + ask.totalMinor() + "|"
                + ask.waitingFor() + "|" + ask.buyer().contact() + "|" + Objects.toString(ask.buyer().password(), ""));
    }

    static boolean same(PlaceAsk one, PlaceAsk other) {
        return one == other || Arrays.equals(fingerprint(one), fingerprint(other));
    }

    /** Those of the asks whose key is known, by key. */
    Map<Key, Known> find(Collection<PlaceAsk> asks) {
        var byKey = new HashMap<Key, PlaceAsk>();
        asks.forEach(ask -> byKey.putIfAbsent(Key.of(ask), ask));
        var rows = jdbc.sql("""
                select customer_order.shop_id, order_id, customer_order.request_key, fingerprint, total_minor, currency,
                       coalesce(deadline, placed_at) as pay_until
                  from unnest(:shops, :keys) as asked (shop_id, request_key)
                  join ordering.customer_order using (shop_id, request_key)
                """)
            .params(Columns.of(List.copyOf(byKey.values())).longs("shops", it -> it.shop().value())
                    .bytes("keys", it -> OrderSecrets.digest(it.requestKey())).params())
            .query((row, n) -> new Row(new Key(new ShopId(row.getLong("shop_id")), HexFormat.of().formatHex(row.getBytes("request_key"))),
                    row.getLong("order_id"), row.getBytes("fingerprint"),
                    Money.of(row.getLong("total_minor"), row.getString("currency")), row.getTimestamp("pay_until").toInstant()))
            .list();
        var paymentsOf = payments.ofSubjects(rows.stream().map(row -> new Subject(row.key.shop, row.order)).toList());
        return rows.stream().collect(Collectors.toMap(Row::key, row -> known(row, paymentsOf.get(row.order).getFirst())));
    }

    private Known known(Row row, Payment payment) {
        return new Known(row.fingerprint, new Placed(new OrderId(row.order), row.total, row.payUntil, payment.id(),
                rails.instruction(payment), true));
    }

    private record Row(Key key, long order, byte[] fingerprint, Money total, Instant payUntil) {
    }

    /** An order that was placed before. */
    record Known(byte[] fingerprint, Placed placed) {

        PlaceOutcome answer(PlaceAsk ask) {
            return Arrays.equals(fingerprint, Repeats.fingerprint(ask)) ? placed : REUSED;
        }
    }

    /** An idempotency key within its shop. */
    record Key(ShopId shop, String digest) {

        static Key of(PlaceAsk ask) {
            return new Key(ask.shop(), HexFormat.of().formatHex(OrderSecrets.digest(ask.requestKey())));
        }
    }
}
