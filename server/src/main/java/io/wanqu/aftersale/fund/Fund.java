package io.wanqu.aftersale.fund;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables aftersale.fund_terms and aftersale.compensation. */
@Repository
class Fund {

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Fund(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whoever pays out of the fund takes this first, so that limits are counted by one at a time. */
    void lock() {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('aftersale/fund', 0)))").query(Long.class).single();
    }

    void add(Terms terms, String by) {
        jdbc.sql("""
                insert into aftersale.fund_terms (terms_id, currency, per_case_minor, per_day_minor, from_at, made_by)
                values (:id, :currency, :perCase, :perDay, :from, :by)
                """)
            .param("id", ids.next())
            .param("currency", terms.currency)
            .param("perCase", terms.perCaseMinor)
            .param("perDay", terms.perDayMinor)
            .param("from", terms.fromAt.atOffset(UTC))
            .param("by", by)
            .update();
    }

    Optional<Terms> inForce(String currency) {
        return jdbc.sql("""
                select currency, per_case_minor, per_day_minor, from_at
                  from aftersale.fund_terms
                 where currency = :currency and from_at <= :now
                 order by from_at desc, terms_id desc
                 limit 1
                """)
            .param("currency", currency)
            .param("now", clock.instant().atOffset(UTC))
            .query(Terms.class)
            .optional();
    }

    /** What was paid within the last day. */
    long paidToday(String currency) {
        return jdbc.sql("select coalesce(sum(amount_minor), 0) from aftersale.compensation where currency = :currency and paid_at > :since")
            .param("currency", currency)
            .param("since", clock.instant().minus(DAY).atOffset(UTC))
            .query(Long.class)
            .single();
    }

    /** False when this case was compensated before. */
    boolean paid(ShopId shop, long caseId, Money amount, long taken) {
        return jdbc.sql("""
                insert into aftersale.compensation (shop_id, case_id, amount_minor, recovered_minor, currency, paid_at)
                values (:shop, :case, :amount, :taken, :currency, :now)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("case", caseId)
            .param("amount", amount.minor())
            .param("taken", taken)
            .param("currency", amount.currency().getCurrencyCode())
            .param("now", clock.instant().atOffset(UTC))
            .update() == 1;
    }

    List<Owed> owed(int limit) {
        return jdbc.sql("""
                select shop_id, case_id, amount_minor - recovered_minor as minor, currency
                  from aftersale.compensation
                 where recovered_minor < amount_minor
                 order by paid_at
                 limit :limit
                """)
            .param("limit", limit)
            .query((row, n) -> new Owed(new ShopId(row.getLong("shop_id")), row.getLong("case_id"),
                    Money.of(row.getLong("minor"), row.getString("currency"))))
            .list();
    }

    /** What is owed for this case, locked. */
    long lockOwed(ShopId shop, long caseId) {
        return jdbc.sql("""
                select amount_minor - recovered_minor
                  from aftersale.compensation
                 where shop_id = :shop and case_id = :case
                   for update
                """)
            .param("shop", shop.value())
            .param("case", caseId)
            .query(Long.class)
            .single();
    }

    void recovered(ShopId shop, long caseId, long minor) {
        jdbc.sql("""
                update aftersale.compensation
                   set recovered_minor = recovered_minor + :minor
                 where shop_id = :shop and case_id = :case
                """)
            .param("shop", shop.value())
            .param("case", caseId)
            .param("minor", minor)
            .update();
    }

    /** Newest first. */
    List<Compensation> list(long limit) {
        return jdbc.sql("""
                select shop_id::text as shop, case_id::text as case_id, amount_minor, recovered_minor, currency, paid_at
                  from aftersale.compensation
                 order by paid_at desc
                 limit :limit
                """)
            .param("limit", limit)
            .query(Compensation.class)
            .list();
    }

    /** What the fund pays by itself. */
    record Terms(String currency, long perCaseMinor, long perDayMinor, Instant fromAt) {
    }

    record Owed(ShopId shop, long caseId, Money amount) {
    }

    record Compensation(String shop, String caseId, long amountMinor, long recoveredMinor, String currency, Instant paidAt) {
    }
}
