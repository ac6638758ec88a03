package io.wanqu.ordering.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.GroupCommit;
import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.settling.CompleteOrders.Paid;
import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.SettlesPayments.Settlement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Believes a rail's notice only when payment, amount, currency and payee are those that were asked for, and acts on it
 * once: event written down, order locked, payment ended, stock sold, cards issued, money booked, in one transaction.
 */
@Service
class SettleOrders implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SettleOrders.class);
    private static final int BATCH_MAX = 200;

    private final Payments payments;
    private final Orders orders;
    private final CompleteOrders complete;
    private final ReturnMoney returnMoney;
    private final LateRules lateRules;
    private final TransactionTemplate transaction;
    private final GroupCommit<Notice, Settlement> group;

    SettleOrders(Payments payments, Orders orders, CompleteOrders complete, ReturnMoney returnMoney, LateRules lateRules,
            TransactionTemplate transaction) {
        this.lateRules = lateRules;
        this.payments = payments;
        this.orders = orders;
        this.complete = complete;
        this.returnMoney = returnMoney;
        this.transaction = transaction;
        this.group = new GroupCommit<>("settle-orders", GroupCommit.lanes(), BATCH_MAX, this::settle);
    }

    Settlement settle(Notice notice) {
        return group.submit(notice);
    }

    /** Answers in the order of the notices. */
    List<Settlement> settle(List<Notice> notices) {
        return transaction.execute(status -> {
            var known = payments.of(notices);
            var good = notices.stream().filter(notice -> matches(notice, known.get(notice.payment()))).collect(Collectors.toSet());
            var fresh = payments.remember(List.copyOf(good));
            var news = new LinkedHashSet<Notice>();
            notices.stream().filter(notice -> good.contains(notice) && fresh.remove(notice.key())).forEach(news::add);
            var settled = follow(news, known);
            var answers = new ArrayList<Settlement>(notices.size());
            for (var notice : notices) {
                if (!good.contains(notice)) {
                    log.warn("notice {} of {} does not match payment {} and is refused", notice.eventId(), notice.rail(), notice.payment());
                    answers.add(Settlement.MISMATCH);
                } else if (!news.remove(notice)) {
                    answers.add(Settlement.REPEATED);
                } else if (!notice.paid()) {
                    answers.add(Settlement.FAILED);
                } else {
                    answers.add(settled.remove(notice.payment()) ? Settlement.SETTLED : Settlement.REPEATED);
                }
            }
            return answers;
        });
    }

    private static boolean matches(Notice notice, Payment payment) {
        return payment != null && payment.shop().equals(notice.shop()) && payment.rail().equals(notice.rail())
                && payment.payee().equals(notice.payee()) && payment.amount().equals(notice.amount());
    }

    /** Orders are locked first, then payments, as everywhere; returns the payments that succeeded now. */
    private Set<Long> follow(Collection<Notice> news, Map<Long, Payment> known) {
        if (news.isEmpty()) {
            return Set.of();
        }
        var told = news.stream().map(notice -> known.get(notice.payment())).distinct().toList();
        var paid = news.stream().filter(Notice::paid).map(notice -> known.get(notice.payment())).distinct().toList();
        var failed = told.stream().filter(payment -> !paid.contains(payment)).toList();
        var locked = orders.lock(told.stream().map(it -> new Orders.Key(it.shop(), new OrderId(it.subject()))).collect(Collectors.toSet()));
        payments.end(failed, Payment.State.FAILED);
        var ended = payments.end(paid, Payment.State.SUCCEEDED);
        var completed = new LinkedHashMap<OrderId, Paid>();
        paid.stream().filter(payment -> ended.contains(payment.id())).forEach(payment -> complete(payment, locked, completed));
        complete.paid(completed.values());
        return ended;
    }

    /** A second payment for the same order goes straight back. */
    private void complete(Payment payment, Map<OrderId, OrderRow> locked, Map<OrderId, Paid> completed) {
        var order = locked.get(new OrderId(payment.subject()));
        if (order.state() == OrderState.CANCELED && !completed.containsKey(order.id()) && lateRules.refundsCanceled(order.shop())) {
            returnMoney.ofCanceled(order, payment);
        } else if (order.state().unpaid() && !completed.containsKey(order.id())) {
            completed.put(order.id(), new Paid(order, payment.rail(), Long.toString(payment.id()), order.state() != OrderState.PLACED));
        } else {
            returnMoney.ofDuplicate(payment);
        }
    }

    @Override
    public void destroy() {
        group.close();
    }
}
