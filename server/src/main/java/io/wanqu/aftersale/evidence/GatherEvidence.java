package io.wanqu.aftersale.evidence;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

import io.wanqu.aftersale.AftersaleProblem;
import io.wanqu.aftersale.dispute.Cases;
import io.wanqu.aftersale.dispute.Messages;
import io.wanqu.aftersale.dispute.Messages.Message;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.disputing.TradeFacts;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Refunds;
import io.wanqu.vault.delivered.DeliveryFacts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers who ordered, who paid, what went out when, and who looked at it from where. */
@Component
class GatherEvidence {

    /** Whatever looks like a code or a number of a card in what people wrote. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{2}[A-Za-z0-9_-]{4,}[A-Za-z0-9]{2}");

    private final Cases cases;
    private final Messages messages;
    private final OrderQueries orders;
    private final TradeFacts facts;
    private final DeliveryFacts deliveries;
    private final Money money;

    GatherEvidence(Cases cases, Messages messages, OrderQueries orders, TradeFacts facts, DeliveryFacts deliveries, Money money) {
        this.cases = cases;
        this.messages = messages;
        this.orders = orders;
        this.facts = facts;
        this.deliveries = deliveries;
        this.money = money;
    }

    @Transactional
    public Pack of(ShopId shop, long caseId) {
        var row = cases.find(shop, caseId).orElseThrow(() -> new AftersaleProblem.UnknownCase(caseId));
        var number = row.order().value();
        var paid = paid(shop, number);
        return new Pack(money.clock.instant(), row, facts.buyer(shop, row.order()),
                orders.find(shop, row.order()).orElseThrow(OrderingProblem.NoSuchOrder::new), paid, money.refunds.of(shop, number),
                deliveries.of(shop, number), deliveries.looks(shop, number),
                messages.of(shop, caseId).stream().map(GatherEvidence::masked).toList());
    }

    /** What is known of an order, whether anybody complained or not. */
    @Transactional
    public OrderHistory of(ShopId shop, OrderId order) {
        var number = order.value();
        orders.find(shop, order).orElseThrow(OrderingProblem.NoSuchOrder::new);
        return new OrderHistory(facts.buyer(shop, order), paid(shop, number), money.refunds.of(shop, number), deliveries.of(shop, number),
                deliveries.looks(shop, number));
    }

    private List<Pack.Paid> paid(ShopId shop, long order) {
        return money.payments.ofSubjects(List.of(new Subject(shop, order))).getOrDefault(order, List.of()).stream()
                .map(it -> new Pack.Paid(Long.toString(it.id()), it.rail(), it.state().name().toLowerCase(java.util.Locale.ROOT),
                        it.amount().toString()))
                .toList();
    }

    private static Message masked(Message message) {
        return new Message(message.author(), message.by(), message.kind(), masked(message.text()), message.at());
    }

    /** Words without a digit are left as they are. */
    static String masked(String text) {
        return CODE.matcher(text).replaceAll(found -> found.group().chars().noneMatch(Character::isDigit) ? found.group()
                : found.group().substring(0, 2) + "****" + found.group().substring(found.group().length() - 2));
    }

    /** Where money is read. */
    @Component
    record Money(Payments payments, Refunds refunds, Clock clock) {
    }
}
