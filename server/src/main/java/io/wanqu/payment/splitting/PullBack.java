package io.wanqu.payment.splitting;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.SplitRail;
import io.wanqu.payment.rail.SplitRail.GiveBack;
import io.wanqu.payment.rail.SplitRail.Receiver;
import io.wanqu.payment.rail.SplitRail.Splitting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes shares back from receivers when a refund is larger than what is left of its payment; each refund decides once. */
@Component
public class PullBack {

    private final JdbcClient jdbc;
    private final Splits splits;
    private final Post post;
    private final Ids ids;
    private final TransactionTemplate transaction;

    PullBack(JdbcClient jdbc, Splits splits, Post post, Ids ids, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.splits = splits;
        this.post = post;
        this.ids = ids;
        this.transaction = transaction;
    }

    /** The shares that this refund must name; where the rail wants them given back before, that has happened when this returns. */
    public List<RefundAsked.Share> before(SplitRail rail, RailAccount account, Of refund) {
        var pulls = transaction.execute(status -> decided(account, refund));
        if (rail.sharesComeBackWithRefunds()) {
            return pulls.stream().map(pull -> new RefundAsked.Share(pull.receiver, pull.amount)).toList();
        }
        for (var pull : pulls) {
            var answer = rail.giveBack(account, new GiveBack(Long.toString(pull.split), Long.toString(pull.back),
                    new Receiver("MERCHANT_ID", pull.receiver, null, "STORE_OWNER"), pull.amount, "refund " + refund.refund));
            if (answer.state() == Splitting.State.FAILED) {
                throw RailException.refused("share-kept", "the receiver did not give its share back: " + answer.why());
            }
            if (answer.state() != Splitting.State.DONE) {
                throw RailException.later("share-under-way", "the receiver is giving its share back");
            }
        }
        book(account, refund);
        return List.of();
    }

    /** The shares are at the rail again, and the shop has so much less drawn. */
    public void book(RailAccount account, Of refund) {
        transaction.executeWithoutResult(status -> {
            var booked = jdbc.sql("""
                    update payment.split_back
                       set booked = true
                     where shop_id = :shop and refund_id = :refund and not booked
                    returning back_id, amount_minor
                    """)
                .param("shop", account.key().shop().value())
                .param("refund", refund.refund)
                .query((row, n) -> new Transfer(account.key().shop(), "payout.pulled-back/" + row.getLong("back_id"), refund.subject,
                        Account.settled(account.rail()), Account.AVAILABLE, new Money(row.getLong("amount_minor"), refund.amount.currency())))
                .list();
            post.post(booked);
        });
    }

    private List<Pull> decided(RailAccount account, Of refund) {
        var shop = account.key().shop();
        var known = pulls(account, refund);
        var given = splits.doneOf(shop, refund.payment);
        if (!known.isEmpty() || given.isEmpty()) {
            return known;
        }
        var others = jdbc.sql("select returning_minor - :amount from payment.payment where shop_id = :shop and payment_id = :payment")
                .param("amount", refund.amount.minor()).param("shop", shop.value()).param("payment", refund.payment).query(Long.class).single();
        var left = given.getFirst().payment().amount().minor() - others - given.stream().mapToLong(Split::kept).sum();
        var missing = Math.max(0, refund.amount.minor() - Math.max(0, left));
        var plan = new ArrayList<Long[]>();
        for (var split : given) {
            var part = Math.min(split.kept(), missing);
            if (part > 0) {
                plan.add(new Long[] {split.id(), part});
                missing -= part;
            }
        }
        plan.forEach(part -> write(account, refund, part[0], part[1]));
        return pulls(account, refund);
    }

    private void write(RailAccount account, Of refund, long split, long minor) {
        var shop = account.key().shop().value();
        jdbc.sql("insert into payment.split_back (shop_id, refund_id, split_id, back_id, amount_minor) values (?, ?, ?, ?, ?)")
                .params(shop, refund.refund, split, ids.next(), minor).update();
        jdbc.sql("update payment.split set back_minor = back_minor + ? where shop_id = ? and split_id = ?").params(minor, shop, split).update();
    }

    private List<Pull> pulls(RailAccount account, Of refund) {
        return jdbc.sql("""
                select split_id, back_id, receiver, split_back.amount_minor, currency
                  from payment.split_back
                  join payment.split using (shop_id, split_id)
                 where shop_id = :shop and refund_id = :refund
                 order by split_id
                """)
            .param("shop", account.key().shop().value())
            .param("refund", refund.refund)
            .query((row, n) -> new Pull(row.getLong("split_id"), row.getLong("back_id"), row.getString("receiver"),
                    Money.of(row.getLong("amount_minor"), row.getString("currency"))))
            .list();
    }

    /** The refund that shares are taken back for. */
    public record Of(long refund, long payment, long subject, Money amount) {
    }

    private record Pull(long split, long back, String receiver, Money amount) {
    }
}
