package io.wanqu.ledger.chain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.ledger.LedgerSettings;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was posted, behind the back of the sales: reads the postings of transactions that have ended, in the order of
 * their transactions, and writes for each shop links, days and balances. A posting belongs to the day it was written on, or,
 * when that day was closed before its transaction ended, to the day that is open: nothing is left out and nothing moves back.
 */
@Configuration(proxyBeanMethods = false)
public class SealPostings {

    private static final int READ_MAX = 10_000;
    /** While nothing is posted the mark is not moved for every transaction of others: each move is a write. */
    private static final int IDLE_MAX = 10_000;
    private static final int LINK_MAX = 500;
    private static final int CLOSE_MAX = 500;
    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::day).thenComparing(Entry::xid).thenComparing(Entry::id);

    private final Unsealed unsealed;
    private final Chains chains;
    private final TransactionTemplate transaction;
    private final LedgerSettings settings;
    private final Clock clock;

    SealPostings(Unsealed unsealed, Chains chains, TransactionTemplate transaction, LedgerSettings settings, Clock clock) {
        this.unsealed = unsealed;
        this.chains = chains;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> sealLedger() {
        return Tasks.recurring("ledger.seal-postings", FixedDelay.of(settings.sealEvery())).execute((instance, context) -> sealAll());
    }

    /** Seals everything that can be sealed now, and closes the days that are over. */
    public void sealAll() {
        while (transaction.execute(status -> unsealed.lock().map(this::seal).orElse(false))) {
            Thread.onSpinWait();
        }
        while (transaction.execute(status -> unsealed.lock().map(below -> close()).orElse(0)) == CLOSE_MAX) {
            Thread.onSpinWait();
        }
    }

    /** Returns whether there is more. */
    private boolean seal(long from) {
        var horizon = unsealed.horizon();
        var read = unsealed.read(from, horizon, READ_MAX);
        var more = read.size() >= READ_MAX;
        write(read, null);
        if (!read.isEmpty() || horizon - from > IDLE_MAX) {
            unsealed.move(more ? read.getLast().xid() + 1 : horizon);
        }
        return more;
    }

    private int close() {
        var today = LocalDate.ofInstant(clock.instant().minus(settings.closeAfter()), settings.zone());
        var over = chains.openBefore(today, CLOSE_MAX);
        write(List.of(), over);
        return over.size();
    }

    private void write(List<Entry> entries, @Nullable List<Day> over) {
        var byShop = entries.stream().collect(Collectors.groupingBy(Entry::shop, TreeMap::new, Collectors.toList()));
        var shops = over == null ? byShop.keySet() : over.stream().map(Day::shop).toList();
        if (shops.isEmpty()) {
            return;
        }
        var totals = chains.totals(shops);
        var written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (over == null) {
            var heads = chains.heads(shops);
            byShop.forEach((shop, some) -> append(some, heads.get(shop), totals.get(shop), written));
            chains.putTotals(totals);
        } else {
            over.forEach(day -> written.close(day, totals.get(day.shop())));
        }
        chains.addLinks(written.links);
        chains.putDays(written.days);
        chains.addDayTotals(written.dayTotals);
    }

    private static void append(List<Entry> entries, @Nullable Day head, Totals totals, Written written) {
        Map<LocalDate, List<Entry>> byDay = new TreeMap<>();
        entries.stream().sorted(IN_ORDER).forEach(entry -> byDay.computeIfAbsent(bookDay(entry, head), day -> new ArrayList<>()).add(entry));
        var day = head;
        for (var some : byDay.entrySet()) {
            if (day == null || !day.day().equals(some.getKey())) {
                if (day != null && day.open()) {
                    day = written.close(day, totals);
                }
                day = Day.first(some.getValue().getFirst().shop(), some.getKey(), rootOf(day, some.getValue().getFirst().shop()));
            }
            for (var i = 0; i < some.getValue().size(); i += LINK_MAX) {
                var part = some.getValue().subList(i, Math.min(i + LINK_MAX, some.getValue().size()));
                var link = Link.over(day, part);
                written.links.add(link);
                day = day.with(link);
                part.forEach(totals::add);
            }
        }
        if (day != null) {
            written.days.add(day);
        }
    }

    /** Never a closed day: the day after it is the earliest that can be open. */
    private static LocalDate bookDay(Entry entry, @Nullable Day head) {
        if (head == null) {
            return entry.day();
        }
        var earliest = head.open() ? head.day() : head.day().plusDays(1);
        return entry.day().isBefore(earliest) ? earliest : entry.day();
    }

    private static byte[] rootOf(@Nullable Day closed, long shop) {
        return closed == null || closed.root() == null ? Entry.genesis(shop) : closed.root();
    }

    /** What one pass has to write down. */
    private record Written(List<Link> links, List<Day> days, List<Chains.Row> dayTotals) {

        Day close(Day day, Totals totals) {
            var closed = day.closed(totals);
            days.add(closed);
            Chains.Row.of(day.shop(), day.day(), totals).forEach(dayTotals::add);
            return closed;
        }
    }
}
