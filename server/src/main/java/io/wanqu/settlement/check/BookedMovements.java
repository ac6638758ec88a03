package io.wanqu.settlement.check;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.payment.ReadsBills;

import org.springframework.stereotype.Component;

/** What the books moved through a rail, by the number that payment, refund or payout has. */
@Component
class BookedMovements {

    private static final int LINES = 2_000;

    private final LedgerQueries ledger;
    private final ShopScope scope;

    BookedMovements(LedgerQueries ledger, ShopScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    Map<Key, Sum> of(ShopId shop, String rail, LocalDate day) {
        var moved = new HashMap<Key, Sum>();
        List<LedgerQueries.Line> lines;
        var after = 0L;
        do {
            var from = after;
            lines = scope.in(shop, () -> ledger.linesOf(shop, day, from, LINES));
            lines.forEach(line -> add(moved, rail, new Booked(line.source(), line.sourceId(), line.debit(), line.credit()),
                    new Sum(line.amountMinor(), line.currency())));
            after = lines.isEmpty() ? after : Long.parseLong(lines.getLast().posting());
        } while (lines.size() == LINES);
        return moved;
    }

    /** The same for one source, whenever it was. */
    Map<Key, Sum> ofSource(ShopId shop, String rail, long source) {
        var moved = new HashMap<Key, Sum>();
        scope.in(shop, () -> ledger.of(shop, source)).forEach(it -> add(moved, rail,
                new Booked(it.source(), Long.toString(source), it.debit(), it.credit()), new Sum(it.amountMinor(), it.currency())));
        return moved;
    }

    private static void add(Map<Key, Sum> moved, String rail, Booked it, Sum sum) {
        var number = it.source.contains("/") ? it.source.substring(it.source.indexOf('/') + 1) : it.sourceId;
        if (it.debit.equals(Account.receivable(rail).code())) {
            moved.merge(new Key(ReadsBills.Kind.PAYMENT, number), sum, Sum::plus);
        } else if (it.credit.equals(Account.receivable(rail).code())) {
            moved.merge(new Key(ReadsBills.Kind.REFUND, number), sum, Sum::plus);
        } else if (it.credit.equals(Account.settled(rail).code()) && it.source.equals("payout.succeeded")) {
            moved.merge(new Key(ReadsBills.Kind.PAYOUT, number), sum, Sum::plus);
        }
    }

    record Key(ReadsBills.Kind kind, String number) {
    }

    record Sum(long minor, String currency) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(minor, other.minor), currency);
        }
    }

    private record Booked(String source, String sourceId, String debit, String credit) {
    }
}
