package io.wanqu.ordering.giving;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.ordering.row.Orders;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ordering.gift table: who may open a gift. Whoever changes it holds the order's row. */
@Repository
class Gifts {

    private static final Duration LINK_LASTS = Duration.ofDays(7);
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Orders orders;
    private final OrderSecrets secrets;
    private final Clock clock;

    Gifts(JdbcClient jdbc, Orders orders, OrderSecrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** For good, and only before anything is handed over: what the buyer has seen is no gift any more. */
    @Transactional
    void mark(ShopId shop, OrderId number) {
        var order = orders.lock(List.of(new Orders.Key(shop, number))).get(number);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        var marked = jdbc.sql("""
                update ordering.customer_order
                   set gift = true
                 where shop_id = :shop and order_id = :order
                   and (gift or fulfilment_state = 'waiting' and state in ('placed', 'paid', 'paid_late', 'short'))
                """)
            .param("shop", shop.value())
            .param("order", number.value())
            .update();
        if (marked == 0) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.PLACED.text());
        }
    }

    /** A new link; one that was given before opens nothing any more. */
    @Transactional
    Link link(ShopId shop, OrderId number) {
        orders.lock(List.of(new Orders.Key(shop, number)));
        var gift = jdbc.sql("select gift from ordering.customer_order where shop_id = :shop and order_id = :order")
            .param("shop", shop.value())
            .param("order", number.value())
            .query(Boolean.class)
            .optional();
        if (!gift.orElseThrow(OrderingProblem.NoSuchOrder::new)) {
            throw new OrderingProblem.NoGift();
        }
        var token = token();
        var ends = clock.instant().plus(LINK_LASTS);
        var written = jdbc.sql("""
                insert into ordering.gift (shop_id, order_id, link_hash, link_ends_at)
                values (:shop, :order, :hash, :ends)
                    on conflict (shop_id, order_id) do update
                   set link_hash = excluded.link_hash, link_ends_at = excluded.link_ends_at
                 where gift.opened_at is null
                """)
            .param("shop", shop.value())
            .param("order", number.value())
            .param("hash", secrets.hashToken(shop, "gift-link", number, token))
            .param("ends", ends.atOffset(ZoneOffset.UTC))
            .update();
        if (written == 0) {
            throw new OrderingProblem.GiftOpened();
        }
        return new Link(token, ends);
    }

    /** Whether the link would open the gift now. */
    boolean opens(ShopId shop, OrderId number, String token) {
        return jdbc.sql("""
                select count(*)
                  from ordering.gift
                 where shop_id = :shop and order_id = :order and link_hash = :hash and opened_at is null and link_ends_at > :now
                """)
            .param("shop", shop.value())
            .param("order", number.value())
            .param("hash", secrets.hashToken(shop, "gift-link", number, token))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single() == 1;
    }

    /** Opens it, once; the answer is the secret of the one who did. */
    String open(ShopId shop, OrderId number, String token) {
        var receiver = token();
        var opened = jdbc.sql("""
                update ordering.gift
                   set opened_at = :now, receiver_hash = :receiver
                 where shop_id = :shop and order_id = :order and link_hash = :hash and opened_at is null and link_ends_at > :now
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("receiver", secrets.hashToken(shop, "gift-receiver", number, receiver))
            .param("shop", shop.value())
            .param("order", number.value())
            .param("hash", secrets.hashToken(shop, "gift-link", number, token))
            .update();
        if (opened == 0) {
            throw new OrderingProblem.GiftLinkOver();
        }
        return receiver;
    }

    /** Compared by the database on keyed hashes: how long that takes tells nothing about the token. */
    boolean isReceiver(ShopId shop, OrderId number, String token) {
        return jdbc.sql("select count(*) from ordering.gift where shop_id = :shop and order_id = :order and receiver_hash = :hash")
            .param("shop", shop.value())
            .param("order", number.value())
            .param("hash", secrets.hashToken(shop, "gift-receiver", number, token))
            .query(Long.class)
            .single() == 1;
    }

    private static String token() {
        var bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    record Link(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Link[…]";
        }
    }
}
