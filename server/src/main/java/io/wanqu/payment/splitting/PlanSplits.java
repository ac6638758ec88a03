package io.wanqu.payment.splitting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Holdings;
import io.wanqu.payment.PaysOut.Payout;
import io.wanqu.payment.rail.Reference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides out of which payments a payout is split, the oldest first: only money that the order has earned and that may be drawn,
 * no more of a payment than the rail may split off, and none that the rail has let go of by itself. Nor one of which another part
 * is still under way: the part that releases the rest must be the last to arrive, or what came before it finds nothing left.
 */
@Component
class PlanSplits {

    private static final long WHOLE = 10_000;

    private final JdbcClient jdbc;
    private final Splits splits;
    private final Holdings holdings;
    private final Ids ids;
    private final Clock clock;

    PlanSplits(JdbcClient jdbc, Splits splits, Holdings holdings, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.splits = splits;
        this.holdings = holdings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The parts of this payout, planned once; what failed is planned anew. Short of the whole when there is not enough to split. */
    @Transactional
    List<Split> of(Payout payout, String rail, List<Long> sharing) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('payment.split/' || :shop::text, 0)))")
                .param("shop", payout.shop().value()).query(Long.class).single();
        var number = Long.parseLong(payout.number());
        var there = splits.ofPayout(payout.shop(), number);
        var missing = payout.amount().minor() - there.stream().filter(it -> it.state() != Split.State.FAILED).mapToLong(it -> it.amount().minor()).sum();
        if (missing > 0) {
            var more = cover(payout, missing, frozen(payout, rail, sharing));
            if (more.stream().mapToLong(it -> it.amount().minor()).sum() == missing) {
                splits.add(more, rail, clock.instant());
            }
        }
        return splits.ofPayout(payout.shop(), number);
    }

    private List<Split> cover(Payout payout, long missing, List<Frozen> payments) {
        var held = holdings.lock(payments.stream().map(it -> new Holdings.Key(payout.shop(), it.subject)).distinct().toList());
        var plan = new ArrayList<Split>();
        var left = missing;
        for (var it : payments) {
            var earned = held.get(new Holdings.Key(payout.shop(), it.subject)).in(Account.AVAILABLE);
            var cap = Math.min(it.amount / WHOLE * payout.bounds().shareMaxBasisPoints()
                    + it.amount % WHOLE * payout.bounds().shareMaxBasisPoints() / WHOLE, earned);
            var free = Math.min(cap - it.split, it.amount - it.returning - it.split);
            var part = Math.min(free, left);
            if (part > 0) {
                plan.add(new Split(payout.shop(), ids.next(), Long.parseLong(payout.number()),
                        new Reference(Long.toString(it.payment), null, new Money(it.amount, payout.amount().currency())), it.account,
                        payout.receiver(), new Money(part, payout.amount().currency()), 0, part == free, Split.State.DUE));
                left -= part;
            }
        }
        return plan;
    }

    private List<Frozen> frozen(Payout payout, String rail, List<Long> sharing) {
        return jdbc.sql("""
                select payment.payment_id, payment.subject, payment.account_id, payment.amount_minor, payment.returning_minor,
                       coalesce(sum(split.amount_minor - split.back_minor) filter (where split.state <> 'failed'), 0)::bigint as split_minor
                  from payment.payment
                  left join payment.split using (shop_id, payment_id)
                 where payment.shop_id = :shop and payment.rail = :rail and payment.currency = :currency
                   and payment.account_id = any(:accounts)
                   and payment.state in ('succeeded', 'partly_refunded')
                   and payment.settled_at > :since
                 group by payment.payment_id, payment.subject, payment.account_id, payment.amount_minor, payment.returning_minor
                having not coalesce(bool_or(split.last and split.state <> 'failed' or split.state = 'due'), false)
                 order by payment.payment_id
                """)
            .param("shop", payout.shop().value())
            .param("rail", rail)
            .param("currency", payout.amount().currency().getCurrencyCode())
            .param("accounts", sharing.stream().mapToLong(Long::longValue).toArray())
            .param("since", clock.instant().minus(Duration.ofDays(payout.bounds().freezeDaysMax())).atOffset(ZoneOffset.UTC))
            .query(PlanSplits::frozen)
            .list();
    }

    private static Frozen frozen(ResultSet row, int n) throws SQLException {
        return new Frozen(row.getLong("payment_id"), row.getLong("subject"), row.getLong("account_id"), row.getLong("amount_minor"),
                row.getLong("returning_minor"), row.getLong("split_minor"));
    }

    private record Frozen(long payment, long subject, long account, long amount, long returning, long split) {
    }
}
