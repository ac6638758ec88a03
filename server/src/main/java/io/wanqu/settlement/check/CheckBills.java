package io.wanqu.settlement.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.Movements;
import io.wanqu.payment.ReadsBills;
import io.wanqu.settlement.check.BookedMovements.Key;
import io.wanqu.settlement.check.BookedMovements.Sum;
import io.wanqu.settlement.terms.RailTerms;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares three tellings of a day: the rail's bill, the books, and what payments and refunds say of themselves. What one has
 * on the day and another on the day beside it is the same movement. Fees are booked as the bill says them.
 */
@Service
class CheckBills {

    private static final long WHOLE = 10_000;

    private final BookedMovements booked;
    private final Movements movements;
    private final Differences differences;
    private final BookFees fees;
    private final RailTerms terms;
    private final TransactionTemplate transaction;

    CheckBills(BookedMovements booked, Movements movements, Differences differences, BookFees fees, RailTerms terms,
            TransactionTemplate transaction) {
        this.booked = booked;
        this.movements = movements;
        this.differences = differences;
        this.fees = fees;
        this.terms = terms;
        this.transaction = transaction;
    }

    /** The bill is read before anything is written: no transaction waits for another system. */
    Outcome check(ShopId shop, ReadsBills rail, LocalDate day) {
        var bill = rail.lines(shop, day);
        var books = booked.of(shop, rail.rail(), day);
        var keys = new LinkedHashSet<>(books.keySet());
        bill.forEach(line -> keys.add(new Key(line.kind(), line.number())));
        var own = own(shop, rail.rail(), keys);
        var beside = new Beside(shop, rail, day);
        var lines = byKey(bill);
        var found = new ArrayList<Difference>();
        for (var key : keys) {
            var here = Objects.requireNonNullElseGet(books.get(key), () -> onAnotherDay(shop, rail.rail(), key, own.get(key)));
            compare(new Three(key, here, own.get(key), lines.getOrDefault(key, List.of()), lines.containsKey(key) || beside.has(key)), found);
        }
        bill.forEach(line -> compareFee(rail.rail(), line, found));
        var outcome = new Outcome(rail.rail(), day, bill.size(), (int) (keys.size() - found.stream().map(Difference::number).distinct().count()),
                found.size());
        transaction.executeWithoutResult(status -> {
            fees.book(shop, rail.rail(), bill.stream().filter(line -> own.containsKey(new Key(line.kind(), line.number()))).toList());
            differences.keep(shop, rail.rail(), day, found);
            differences.noteCheck(shop, outcome);
        });
        return outcome;
    }

    private void compare(Three it, List<Difference> found) {
        var bill = it.lines.isEmpty() ? null : it.lines.stream().mapToLong(line -> line.amount().minor()).sum();
        var books = it.books.minor() == 0 ? null : it.books.minor();
        var own = it.own == null ? null : it.own.amount().minor();
        var currency = it.lines.isEmpty() ? it.books.currency() : it.lines.getFirst().amount().currency().getCurrencyCode();
        var kind = kind(it, books, own, bill, currency);
        if (kind != null) {
            found.add(new Difference(it.key.kind(), it.key.number(), kind, currency, books, own, bill, null));
        }
    }

    private static Difference.@Nullable Kind kind(Three it, @Nullable Long books, @Nullable Long own, @Nullable Long bill, String currency) {
        if (bill == null) {
            return it.told ? null : Difference.Kind.MISSING_THERE;
        }
        if (books == null) {
            return Difference.Kind.MISSING_HERE;
        }
        if (!books.equals(bill) || !it.books.currency().equals(currency)) {
            return Difference.Kind.AMOUNT_DIFFERS;
        }
        var ownKnows = it.key.kind() == ReadsBills.Kind.PAYOUT || books.equals(own);
        return ownKnows ? null : Difference.Kind.BOOKS_DIFFER;
    }

    /** Only payments have a fee that a contract tells; what comes back with a refund differs from rail to rail. */
    private void compareFee(String rail, ReadsBills.Line line, List<Difference> found) {
        var rate = terms.inForce(rail).map(RailTerms.Row::feeBasisPoints).orElse(0);
        var expected = Math.floorDiv(Math.addExact(Math.multiplyExact(line.amount().minor(), (long) rate), WHOLE / 2), WHOLE);
        if (line.kind() == ReadsBills.Kind.PAYMENT && Math.abs(line.feeMinor() - expected) > 1) {
            found.add(new Difference(line.kind(), line.number(), Difference.Kind.FEE_DIFFERS, line.amount().currency().getCurrencyCode(),
                    expected, null, line.amount().minor(), line.feeMinor()));
        }
    }

    private Map<Key, Movements.Movement> own(ShopId shop, String rail, LinkedHashSet<Key> keys) {
        var numbers = keys.stream().map(Key::number).filter(it -> it.matches("\\d{1,18}")).map(Long::valueOf).collect(Collectors.toSet());
        return movements.succeeded(shop, rail, numbers).stream()
                .collect(Collectors.toMap(it -> new Key(it.kind(), Long.toString(it.number())), it -> it));
    }

    private Sum onAnotherDay(ShopId shop, String rail, Key key, Movements.@Nullable Movement own) {
        var none = new Sum(0, "");
        return own == null ? none : booked.ofSource(shop, rail, own.subject()).getOrDefault(key, none);
    }

    private static Map<Key, List<ReadsBills.Line>> byKey(List<ReadsBills.Line> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> new Key(line.kind(), line.number()), LinkedHashMap::new, Collectors.toList()));
    }

    /** The bills of the days beside, read when they are needed. */
    private static final class Beside {

        private final ShopId shop;
        private final ReadsBills rail;
        private final LocalDate day;
        private final Map<LocalDate, Map<Key, List<ReadsBills.Line>>> read = new HashMap<>();

        Beside(ShopId shop, ReadsBills rail, LocalDate day) {
            this.shop = shop;
            this.rail = rail;
            this.day = day;
        }

        boolean has(Key key) {
            return List.of(day.plusDays(1), day.minusDays(1)).stream()
                    .anyMatch(it -> read.computeIfAbsent(it, other -> byKey(rail.lines(shop, other))).containsKey(key));
        }
    }

    private record Three(Key key, Sum books, Movements.@Nullable Movement own, List<ReadsBills.Line> lines, boolean told) {
    }

    /** What a check came to. */
    record Outcome(String rail, LocalDate day, int lines, int matched, int differences) {
    }
}
