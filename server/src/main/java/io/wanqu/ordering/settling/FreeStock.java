package io.wanqu.ordering.settling;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.inventory.ReleaseStock;
import io.wanqu.inventory.ReleaseStock.Holding;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.vault.ChooseCards;

import org.springframework.stereotype.Component;

/** Lets go of everything that unpaid orders kept: stock, picked cards, and the payment that was asked for. */
@Component
class FreeStock {

    private final ReleaseStock releaseStock;
    private final ChooseCards chooseCards;
    private final Payments payments;

    FreeStock(ReleaseStock releaseStock, ChooseCards chooseCards, Payments payments) {
        this.releaseStock = releaseStock;
        this.chooseCards = chooseCards;
        this.payments = payments;
    }

    void of(Collection<OrderRow> unpaid) {
        ofPaid(unpaid);
        payments.end(payments.ofSubjects(unpaid.stream().map(order -> new Subject(order.shop(), order.id().value())).toList())
                .values().stream().flatMap(List::stream).toList(), Payment.State.CLOSED);
    }

    /** The same of paid ones, whose payments are another matter. */
    void ofPaid(Collection<OrderRow> paid) {
        releaseStock.release(paid.stream().map(order -> new Holding(order.shop(), order.id().value())).toList());
        paid.stream()
                .collect(Collectors.groupingBy(OrderRow::shop, Collectors.mapping(order -> order.id().value(), Collectors.toList())))
                .forEach(chooseCards::release);
    }
}
