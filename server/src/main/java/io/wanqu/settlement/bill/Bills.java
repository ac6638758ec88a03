package io.wanqu.settlement.bill;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import de.siegmar.fastcsv.writer.CsvWriter;

import io.wanqu.kernel.Csv;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.LedgerQueries.Balance;
import io.wanqu.ledger.LedgerQueries.DaySum;
import io.wanqu.settlement.SettlementProblem.DayNotClosed;
import io.wanqu.settlement.bill.Bill.AccountLine;
import io.wanqu.settlement.bill.Bill.Movement;
import io.wanqu.settlement.bill.Bill.What;

import org.springframework.stereotype.Component;

/** Makes the bill of a closed day from the books; as a closed day never changes, neither does its bill, and none is kept. */
@Component
class Bills {

    private static final int LINES = 2_000;

    private final LedgerQueries ledger;
    private final ShopScope scope;

    Bills(LedgerQueries ledger, ShopScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    /** One for each currency. */
    List<Bill> of(ShopId shop, LocalDate day) {
        return scope.in(shop, () -> {
            var root = closed(shop, day).root();
            var opening = byAccount(ledger.balances(shop, day.minusDays(1)));
            var closing = byAccount(ledger.balances(shop, day));
            var sums = new TreeMap<String, Map<What, Movement>>();
            ledger.day(shop, day).forEach(sum -> add(sums.computeIfAbsent(sum.currency(), currency -> new EnumMap<>(What.class)), sum));
            var currencies = new TreeSet<>(closing.keySet());
            return currencies.stream().map(currency -> new Bill(day, currency, root,
                    accounts(opening.getOrDefault(currency, Map.of()), closing.get(currency)),
                    List.copyOf(sums.getOrDefault(currency, Map.of()).values()))).toList();
        });
    }

    List<LedgerQueries.ClosedDay> days(ShopId shop, LocalDate before, int limit) {
        return scope.in(shop, () -> ledger.closedDays(shop, before, limit));
    }

    /** Every posting of the day; read stretch by stretch, so that no day is too long. */
    void write(ShopId shop, LocalDate day, Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        csv.writeRecord("posting", "at", "source", "source_id", "debit", "credit", "amount_minor", "currency");
        for (var after = 0L;;) {
            var from = after;
            var lines = scope.in(shop, () -> ledger.linesOf(shop, day, from, LINES));
            for (var line : lines) {
                csv.writeRecord(line.posting(), line.at().toString(), Csv.harmless(line.source()), line.sourceId(), Csv.harmless(line.debit()),
                        Csv.harmless(line.credit()), Long.toString(line.amountMinor()), line.currency());
            }
            if (lines.size() < LINES) {
                break;
            }
            after = Long.parseLong(lines.getLast().posting());
        }
        csv.flush();
    }

    LedgerQueries.ClosedDay mustBeClosed(ShopId shop, LocalDate day) {
        return scope.in(shop, () -> closed(shop, day));
    }

    private LedgerQueries.ClosedDay closed(ShopId shop, LocalDate day) {
        return ledger.closedDays(shop, day.plusDays(1), 1).stream().filter(it -> it.day().equals(day)).findFirst()
                .orElseThrow(() -> new DayNotClosed(day.toString()));
    }

    private static void add(Map<What, Movement> movements, DaySum sum) {
        var what = What.of(sum.cause(), sum.debit(), sum.credit());
        movements.merge(what, new Movement(what, sum.postings(), sum.minor()),
                (one, other) -> new Movement(what, one.count() + other.count(), Math.addExact(one.minor(), other.minor())));
    }

    private static List<AccountLine> accounts(Map<String, Long> opening, Map<String, Long> closing) {
        var lines = new ArrayList<AccountLine>();
        closing.forEach((account, minor) -> {
            var before = opening.getOrDefault(account, 0L);
            lines.add(new AccountLine(account, before, minor - before, minor));
        });
        return lines;
    }

    private static Map<String, Map<String, Long>> byAccount(List<Balance> balances) {
        var byCurrency = new HashMap<String, Map<String, Long>>();
        balances.forEach(it -> byCurrency.computeIfAbsent(it.currency(), currency -> new TreeMap<>()).put(it.account(), -it.balanceMinor()));
        return byCurrency;
    }
}
