package io.wanqu.settlement.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settlement.rate and settlement.order_rate tables. */
@Repository
class Rates {

    static final int PLACES = 9;

    private final JdbcClient jdbc;

    Rates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean tell(Rate rate, String by) {
        return jdbc.sql("""
                insert into settlement.rate (currency, from_at, rate_e9, source, told_by)
                values (:currency, :from, :rate, :source, :by)
                    on conflict do nothing
                """)
            .param("currency", rate.currency.getCurrencyCode())
            .param("from", rate.from.atOffset(ZoneOffset.UTC))
            .param("rate", rate.e9)
            .param("source", rate.source)
            .param("by", by)
            .update() == 1;
    }

    /** The latest first; of one currency, or of all. */
    List<Told> told(@Nullable Currency currency, int limit) {
        return jdbc.sql("""
                select currency, from_at, rate_e9, source, told_by
                  from settlement.rate
                 where :currency::text is null or currency = :currency
                 order by from_at desc, currency
                 limit :limit
                """)
            .param("currency", currency == null ? null : currency.getCurrencyCode())
            .param("limit", limit)
            .query((row, n) -> new Told(new Rate(Currency.getInstance(row.getString("currency")), row.getTimestamp("from_at").toInstant(),
                    row.getLong("rate_e9"), row.getString("source")), row.getString("told_by")))
            .list();
    }

    /** The one that was known for that moment; none when nobody had told one. */
    Optional<Rate> at(Currency currency, Instant at) {
        return jdbc.sql("""
                select from_at, rate_e9, source
                  from settlement.rate
                 where currency = :currency and from_at <= :at
                 order by from_at desc
                 limit 1
                """)
            .param("currency", currency.getCurrencyCode())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Rate(currency, row.getTimestamp("from_at").toInstant(), row.getLong("rate_e9"), row.getString("source")))
            .optional();
    }

    /** Kept once: later rates don't change it. */
    void keep(List<Kept> kept, String home) {
        if (kept.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into settlement.order_rate (shop_id, order_id, amount_minor, currency, home, rate_e9, home_minor, source, paid_at)
                select shop_id, order_id, amount_minor, currency, :home, rate_e9, home_minor, source, to_timestamp(paid_millis / 1000.0)
                  from unnest(:shops, :orders, :amounts, :currencies, :rates, :homes, :sources, :paid)
                    as row (shop_id, order_id, amount_minor, currency, rate_e9, home_minor, source, paid_millis)
                    on conflict do nothing
                """)
            .params(Columns.of(kept)
                    .longs("shops", it -> it.shop.value())
                    .longs("orders", Kept::order)
                    .longs("amounts", it -> it.amount.minor())
                    .texts("currencies", it -> it.amount.currency().getCurrencyCode())
                    .nullableLongs("rates", it -> it.rate == null ? null : it.rate.e9)
                    .nullableLongs("homes", it -> it.rate == null ? null : it.rate.of(it.amount, Currency.getInstance(home)).minor())
                    .texts("sources", it -> it.rate == null ? null : it.rate.source)
                    .longs("paid", it -> it.paidAt.toEpochMilli())
                    .and("home", home)
                    .params())
            .update();
    }

    List<Sum> report(Instant from, Instant until) {
        return jdbc.sql("""
                select currency, home, count(*) as orders, sum(amount_minor)::bigint as amount_minor,
                       coalesce(sum(home_minor), 0)::bigint as home_minor, count(*) filter (where rate_e9 is null) as without_rate
                  from settlement.order_rate
                 where paid_at >= :from and paid_at < :until
                 group by currency, home
                 order by currency, home
                """)
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Sum(Money.of(row.getLong("amount_minor"), row.getString("currency")),
                    Money.of(row.getLong("home_minor"), row.getString("home")), row.getLong("orders"), row.getLong("without_rate")))
            .list();
    }

    /** @param e9 one unit of the currency in the home currency, times a thousand million */
    record Rate(Currency currency, Instant from, long e9, String source) {

        /** Rounded half up to the smallest unit of the home currency; the number of its places may differ. */
        Money of(Money amount, Currency home) {
            var minor = BigDecimal.valueOf(amount.minor(), currency.getDefaultFractionDigits()).multiply(BigDecimal.valueOf(e9, PLACES))
                    .setScale(home.getDefaultFractionDigits(), RoundingMode.HALF_UP).unscaledValue().longValueExact();
            return new Money(minor, home);
        }
    }

    record Told(Rate rate, String by) {
    }

    record Kept(ShopId shop, long order, Money amount, @Nullable Rate rate, Instant paidAt) {
    }

    /** @param withoutRate orders of which nobody knew a rate; they are in the amount and not in the home amount */
    record Sum(Money amount, Money home, long orders, long withoutRate) {
    }
}
