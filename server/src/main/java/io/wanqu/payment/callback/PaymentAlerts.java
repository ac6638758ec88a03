package io.wanqu.payment.callback;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.payment.PaymentAlert;
import io.wanqu.payment.rail.RailAccount;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The payment.alert table: each trouble once while it is open, counted up when it comes again. */
@Repository
public class PaymentAlerts {

    private static final Logger log = LoggerFactory.getLogger(PaymentAlerts.class);

    private final JdbcClient jdbc;
    private final EventLog events;
    private final Ids ids;
    private final Clock clock;

    PaymentAlerts(JdbcClient jdbc, EventLog events, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Kept even if what was being done is undone, so it is written in a transaction of its own. Only the first of a kind is
     * an event: who sends a thousand forged callbacks must not fill the log.
     *
     * @param subject the payment or refund it is about; empty where nothing that was told can be believed
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void raise(RailAccount account, Trouble trouble, String subject, String detail) {
        var shop = account.key().shop();
        var id = ids.next();
        log.warn("payment alert {} of shop {} on {}: {} {}", trouble.code, shop, account.rail(), subject, detail);
        var kept = jdbc.sql("""
                insert into payment.alert (shop_id, alert_id, code, rail, account_id, subject, detail, what_to_do, first_at, last_at)
                values (:shop, :alert, :code, :rail, :account, :subject, :detail, :whatToDo, :now, :now)
                    on conflict (shop_id, rail, account_id, code, subject) where closed_at is null do update
                   set count = alert.count + 1, detail = excluded.detail, last_at = excluded.last_at
                returning alert_id
                """)
            .param("shop", shop.value())
            .param("alert", id)
            .param("code", trouble.code)
            .param("rail", account.rail())
            .param("account", account.key().id())
            .param("subject", subject)
            .param("detail", detail)
            .param("whatToDo", trouble.whatToDo)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
        if (kept == id) {
            events.append(List.of(new PaymentAlert(shop, id, trouble.code, account.rail())));
        }
    }

    /** The trouble is over without anybody's doing. */
    @Transactional
    public void settle(ShopId shop, Trouble trouble, String subject) {
        jdbc.sql("update payment.alert set closed_at = :now where shop_id = :shop and code = :code and subject = :subject and closed_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("shop", shop.value())
            .param("code", trouble.code)
            .param("subject", subject)
            .update();
    }

    Page<Alert> open(ShopId shop, long before, int limit) {
        var rows = jdbc.sql("""
                select alert_id, code, rail, account_id, subject, detail, what_to_do, count, first_at, last_at
                  from payment.alert
                 where shop_id = :shop and closed_at is null and alert_id < :before
                 order by alert_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit + 1)
            .query((row, n) -> new Alert(Long.toString(row.getLong("alert_id")), row.getString("code"), row.getString("rail"),
                    Long.toString(row.getLong("account_id")), row.getString("subject"), row.getString("detail"),
                    row.getString("what_to_do"), row.getLong("count"), row.getTimestamp("first_at").toInstant(),
                    row.getTimestamp("last_at").toInstant()))
            .list();
        return Page.of(rows, limit, alert -> Long.parseLong(alert.id));
    }

    /** A person has seen to it; false when there is no such alert. */
    boolean close(ShopId shop, long alert) {
        return jdbc.sql("update payment.alert set closed_at = coalesce(closed_at, :now) where shop_id = :shop and alert_id = :alert")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("shop", shop.value())
            .param("alert", alert)
            .update() == 1;
    }

    record Alert(String id, String code, String rail, String account, String subject, String detail, String whatToDo, long count,
            Instant firstAt, Instant lastAt) {
    }

    /** The kinds of trouble, and what a person has to do about each. */
    public enum Trouble {
        FORGED("forged", "nothing was changed; if it goes on, replace the account's callback keys"),
        STALE("stale", "nothing was changed; if the provider really sent it, set this machine's clock"),
        UNREADABLE("unreadable", "nothing was changed; see whether the provider changed its callbacks"),
        UNKNOWN_PAYMENT("unknown-payment", "nothing was changed; look the payment up at the provider, and return it there if it is real"),
        AMOUNT("amount", "nothing was changed; look the payment up at the provider, and return it there if it is real"),
        CURRENCY("currency", "nothing was changed; look the payment up at the provider, and return it there if it is real"),
        PAYEE("payee", "nothing was changed; the money went to another merchant: see which account the keys belong to"),
        APP("app", "nothing was changed; the payment belongs to another application: see which account the keys belong to"),
        TRANSACTION("transaction", "nothing was changed; the provider names two payments by one number: ask its support"),
        REFUND_FAILED("refund-failed", "mend what the rail names, most often the balance of the account, and try again; or return the"
                + " money in another way and give the refund up"),
        CHARGED_BACK("charged-back", "answer the dispute at the provider before its deadline");

        private final String code;
        private final String whatToDo;

        Trouble(String code, String whatToDo) {
            this.code = code;
            this.whatToDo = whatToDo;
        }
    }
}
