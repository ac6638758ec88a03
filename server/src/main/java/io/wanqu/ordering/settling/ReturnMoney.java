package io.wanqu.ordering.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.LatePaymentReturned;
import io.wanqu.ordering.OrderGivenUp;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Refund;
import io.wanqu.payment.Refunds;

import org.springframework.stereotype.Component;

/** Asks for money to be returned; on a channel that holds the money itself, tells the channel that nothing will come. */
@Component
public class ReturnMoney {

    /** Why money goes back: what it paid for never came. */
    public static final String OWED = "owed";
    /** The thing was paid before. */
    public static final String DUPLICATE = "duplicate";
    /** The order had been canceled before the money came. */
    public static final String CANCELED = "canceled";
    private static final String RULES = "the shop's own rules";

    private final Payments payments;
    private final Refunds refunds;
    private final Post post;
    private final EventLog events;
    private final Ids ids;

    ReturnMoney(Payments payments, Refunds refunds, Post post, EventLog events, Ids ids) {
        this.payments = payments;
        this.refunds = refunds;
        this.post = post;
        this.events = events;
        this.ids = ids;
    }

    /** Money that came twice for one order; it is booked, so that the books show where it went. */
    void ofDuplicate(Payment payment) {
        post.post(List.of(new Transfer(payment.shop(), "order.paid-twice/" + payment.id(), payment.subject(),
                Account.receivable(payment.rail()), Account.FROZEN, payment.amount())));
        refunds.ask(List.of(refund(payment, payment.amount(), DUPLICATE)));
    }

    /** Money that came for an order that was canceled before, in a shop that does not want to serve it any more. */
    void ofCanceled(OrderRow order, Payment payment) {
        post.post(List.of(new Transfer(payment.shop(), "order.paid-canceled/" + payment.id(), payment.subject(),
                Account.receivable(payment.rail()), Account.FROZEN, payment.amount())));
        refunds.ask(List.of(refund(payment, payment.amount(), CANCELED)));
        events.append(List.of(new LatePaymentReturned(order.shop(), order.id(), order.channel(), payment.amount())));
    }

    /** What these orders still wait for; the lines must be on their way to refunding. */
    void ofWaitingLines(Collection<OrderRow> given) {
        var paid = payments.kept(given.stream().map(order -> new Subject(order.shop(), order.id().value())).toList());
        var due = new ArrayList<Refund>();
        var news = new ArrayList<Event>();
        for (var order : given) {
            var waiting = order.linesIn(OrderRow.Line.WAITING);
            paid.getOrDefault(order.id().value(), List.of()).stream().limit(1)
                    .forEach(payment -> due.add(refund(payment, lesser(order.sum(waiting), payment.amount()), OWED)));
            news.add(new OrderGivenUp(order.shop(), order.id(), order.channel(),
                    waiting.stream().map(OrderRow.Line::number).toList()));
        }
        refunds.ask(due);
        events.append(news);
    }

    private static Money lesser(Money one, Money other) {
        return one.minor() <= other.minor() ? one : other;
    }

    private Refund refund(Payment payment, Money amount, String reason) {
        return new Refund(payment.shop(), ids.next(), payment.id(), payment.subject(), payment.rail(), amount, reason, RULES);
    }
}
