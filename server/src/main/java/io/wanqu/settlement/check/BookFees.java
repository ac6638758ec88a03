package io.wanqu.settlement.check;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.payment.ReadsBills;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books what a rail kept, as its bill says, and charges it to the shop; a transaction's fee is booked once. */
@Component
class BookFees {

    private final Post post;

    BookFees(Post post) {
        this.post = post;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void book(ShopId shop, String rail, List<ReadsBills.Line> lines) {
        var transfers = new ArrayList<Transfer>();
        for (var line : lines) {
            var kept = line.feeMinor() > 0;
            var fee = new Money(Math.absExact(line.feeMinor()), line.amount().currency());
            var number = Long.parseLong(line.number());
            var of = line.kind() + "-" + line.transaction();
            transfers.add(transfer(shop, "rail.fee/" + of, number, Account.RAIL_FEES, Account.settled(rail), fee, kept));
            transfers.add(transfer(shop, "rail.fee-charged/" + of, number, Account.AVAILABLE, Account.RAIL_FEES, fee, kept));
        }
        post.post(transfers.stream().filter(it -> it.amount().minor() > 0).toList());
    }

    private static Transfer transfer(ShopId shop, String source, long number, Account debit, Account credit, Money fee, boolean kept) {
        return new Transfer(shop, source, number, kept ? debit : credit, kept ? credit : debit, fee);
    }
}
