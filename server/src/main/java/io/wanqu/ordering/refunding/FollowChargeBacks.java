package io.wanqu.ordering.refunding;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.kernel.Money;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.GiveBack;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.payment.PaymentChargedBack;

import org.springframework.stereotype.Component;

/** Says who bears a charge-back: the frozen money of the order while there is some, then platform and shop. Nothing more is handed over. */
@Component
class FollowChargeBacks implements EventListener {

    private static final String SOURCE = "order.charged-back/";

    private final Orders orders;
    private final RestoreOrder restore;
    private final GiveBack giveBack;
    private final Post post;
    private final LedgerQueries ledger;
    private final OrderClock time;

    FollowChargeBacks(Orders orders, RestoreOrder restore, GiveBack giveBack, Post post, LedgerQueries ledger, OrderClock time) {
        this.orders = orders;
        this.restore = restore;
        this.giveBack = giveBack;
        this.post = post;
        this.ledger = ledger;
        this.time = time;
    }

    @Override
    public String cursor() {
        return "ordering.follow-charge-backs";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(PaymentChargedBack.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        for (var stored : batch) {
            var event = stored.as(PaymentChargedBack.class);
            var number = new OrderId(event.subject());
            var order = orders.lock(List.of(new Orders.Key(event.shop(), number))).get(number);
            if (order != null && event.won()) {
                won(order, event, stored.id());
            } else if (order != null) {
                lost(order, event, stored.id());
            }
        }
    }

    private void lost(OrderRow order, PaymentChargedBack event, long number) {
        giveBack.giveBack(List.of(new GiveBack.Returned(event.shop(), SOURCE + number, event.subject(), PaymentChargedBack.LOSS, event.amount())));
        var next = order.state() == OrderState.REFUNDED ? Move.to(order.state(), order, null)
                : Move.to(OrderState.DISPUTED, order, time.refundDeadline());
        orders.move(List.of(next.payment("charged_back")));
    }

    private void won(OrderRow order, PaymentChargedBack event, long number) {
        var losses = ledger.of(event.shop(), event.subject()).stream()
                .filter(posting -> posting.source().startsWith(SOURCE) && posting.credit().equals(PaymentChargedBack.LOSS.code()))
                .toList();
        var last = losses.stream().filter(posting -> posting.source().equals(losses.getLast().source())).toList();
        post.post(last.stream()
                .map(posting -> new Transfer(event.shop(), SOURCE + number, event.subject(), PaymentChargedBack.LOSS,
                        new Account(posting.debit()), Money.of(posting.amountMinor(), posting.currency())))
                .toList());
        restore.afterDispute(order, last.stream().noneMatch(posting -> posting.debit().equals(Account.FROZEN.code())));
    }
}
