package io.wanqu.payment.paying;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.payment.Payment;
import io.wanqu.payment.paying.Attempt.Content;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.Rail.Started;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payment.attempt table. */
@Repository
class Attempts {

    private static final String COLUMNS = """
            shop_id, payment_id, rail, method, content, transaction, started_at, expires_at, tries
            """;

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Attempts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Before the provider is called. */
    void add(Attempt attempt, Instant firstLook) {
        jdbc.sql("""
                insert into payment.attempt (shop_id, payment_id, rail, method, content, started_at, expires_at, due_at)
                values (:shop, :payment, :rail, :method, :content, :started, :expires, :due)
                """)
            .param("shop", attempt.shop().value())
            .param("payment", attempt.payment())
            .param("rail", attempt.rail())
            .param("method", attempt.method().text())
            .param("content", seal(attempt.shop(), attempt.payment(), attempt.content()))
            .param("started", attempt.startedAt().atOffset(ZoneOffset.UTC))
            .param("expires", attempt.expiresAt().atOffset(ZoneOffset.UTC))
            .param("due", firstLook.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** After it has answered. */
    void started(Attempt attempt, Started started) {
        jdbc.sql("""
                update payment.attempt
                   set content = :content, transaction = coalesce(:transaction::text, transaction), last_error = null
                 where shop_id = :shop and payment_id = :payment
                """)
            .param("content", seal(attempt.shop(), attempt.payment(), attempt.content().with(started.instruction())))
            .param("transaction", started.transaction())
            .param("shop", attempt.shop().value())
            .param("payment", attempt.payment())
            .update();
    }

    void failed(Attempt attempt, String error) {
        jdbc.sql("update payment.attempt set last_error = :error where shop_id = :shop and payment_id = :payment")
            .param("error", error)
            .param("shop", attempt.shop().value())
            .param("payment", attempt.payment())
            .update();
    }

    Optional<Attempt> find(ShopId shop, long payment) {
        return jdbc.sql("select " + COLUMNS + " from payment.attempt where shop_id = :shop and payment_id = :payment")
            .param("shop", shop.value())
            .param("payment", payment)
            .query((row, n) -> attempt(row))
            .optional();
    }

    /**
     * Attempts to be looked after now; each is put off at once, so that a crash or another node repeats it later, not now. One
     * that can't be opened waits with the others of its shop and holds up nobody else.
     */
    List<Attempt> claim(Instant now, Duration putOff, int limit) {
        return jdbc.sql("""
                with due as materialized (
                    select shop_id, payment_id
                      from payment.attempt
                     where due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked)
                update payment.attempt
                   set tries = tries + 1, due_at = :again
                  from due
                 where attempt.shop_id = due.shop_id and attempt.payment_id = due.payment_id
                returning attempt.shop_id, attempt.payment_id, rail, method, content, transaction, started_at, expires_at, tries
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("again", now.plus(putOff).atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> readable(row))
            .list().stream()
            .flatMap(Optional::stream)
            .toList();
    }

    private Optional<Attempt> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(attempt(row));
        } catch (IllegalStateException | CompletionException e) {
            log.error("the attempt of payment {} can't be opened: {}", row.getLong("payment_id"), e.toString());
            return Optional.empty();
        }
    }

    /** When to look next; null is never again. */
    void lookAt(Attempt attempt, @Nullable Instant next) {
        jdbc.sql("update payment.attempt set due_at = :due::timestamptz where shop_id = :shop and payment_id = :payment")
            .param("due", next == null ? null : next.toString())
            .param("shop", attempt.shop().value())
            .param("payment", attempt.payment())
            .update();
    }

    /** Moves a payment on while it is unpaid; false when it was not where this may follow. */
    boolean move(Payment payment, Payment.State to) {
        return jdbc.sql("""
                update payment.payment
                   set state = :to
                 where shop_id = :shop and payment_id = :payment and state = any(:before)
                """)
            .param("to", to.text())
            .param("shop", payment.shop().value())
            .param("payment", payment.id())
            .param("before", to.unpaidBefore())
            .update() == 1;
    }

    /** Whoever takes the same thing's payment in hand waits until this transaction ends. */
    void awaitTurn(ShopId shop, long subject) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('payment', :subject # :shop)))")
            .param("subject", subject)
            .param("shop", shop.value())
            .query(Long.class)
            .single();
    }

    private Attempt attempt(ResultSet row) throws SQLException {
        var shop = new ShopId(row.getLong("shop_id"));
        var payment = row.getLong("payment_id");
        var content = new String(sealing.open(shop, bound(payment), row.getBytes("content")), StandardCharsets.UTF_8);
        return new Attempt(shop, payment, row.getString("rail"), Method.of(row.getString("method")), Json.read(content, Content.class),
                row.getString("transaction"), row.getTimestamp("started_at").toInstant(), row.getTimestamp("expires_at").toInstant(),
                row.getInt("tries"));
    }

    private byte[] seal(ShopId shop, long payment, Content content) {
        return sealing.seal(shop, bound(payment), Json.write(content).getBytes(StandardCharsets.UTF_8));
    }

    private static String bound(long payment) {
        return "payment.attempt/" + payment;
    }
}
