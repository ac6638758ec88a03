package io.wanqu.wallet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import io.wanqu.ledger.LedgerSettings;
import io.wanqu.wallet.WalletProblem.LimitReached;
import io.wanqu.wallet.Wallets.Wallet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one place that decides what may be stored; each refusal names the limit, its value and the day it holds from. */
@Component
class Limits {

    static final List<String> KINDS = List.of("registered", "bearer");
    static final List<String> NAMES = List.of("cardMax", "balanceMax", "dayInMax", "yearInMax", "realNameFrom", "validDaysMin");

    private final JdbcClient jdbc;
    private final Wallets wallets;
    private final LedgerSettings settings;
    private final Clock clock;

    Limits(JdbcClient jdbc, Wallets wallets, LedgerSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.wallets = wallets;
        this.settings = settings;
        this.clock = clock;
    }

    /** A card with so much on it, good for so long. */
    void mustIssue(long minor, LocalDate until) {
        compare("bearer", "cardMax", minor);
        inForce("bearer", "validDaysMin").ifPresent(rule -> {
            if (until.isBefore(today().plusDays(rule.value))) {
                throw new LimitReached(rule.name, rule.value, rule.from.toString(), until.toEpochDay() - today().toEpochDay());
            }
        });
    }

    /** So much more into a wallet, which the caller has locked. */
    void mustTake(Wallet wallet, long minor) {
        compare(wallet.kind(), "balanceMax", Math.addExact(wallet.balance(), minor));
        compare(wallet.kind(), "dayInMax", loaded(wallet, today()) + minor);
        var year = loaded(wallet, today().with(TemporalAdjusters.firstDayOfYear())) + minor;
        compare(wallet.kind(), "yearInMax", year);
        if (!wallet.realName()) {
            compare(wallet.kind(), "realNameFrom", year);
        }
    }

    private long loaded(Wallet wallet, LocalDate since) {
        return wallets.loadedSince(wallet, since.atStartOfDay(settings.zone()).toInstant());
    }

    private void compare(String kind, String name, long would) {
        inForce(kind, name).filter(rule -> would > rule.value).ifPresent(rule -> {
            throw new LimitReached(rule.name, rule.value, rule.from.toString(), would);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private Optional<Rule> inForce(String kind, String name) {
        return inForce().stream().filter(rule -> rule.kind.equals(kind) && rule.name.equals(name)).findFirst();
    }

    /** What holds today: of each limit the youngest value that has begun. */
    List<Rule> inForce() {
        var today = today();
        var holds = new LinkedHashMap<List<String>, Rule>();
        all().stream().filter(rule -> !rule.from.isAfter(today)).forEach(rule -> holds.putIfAbsent(List.of(rule.kind, rule.name), rule));
        return List.copyOf(holds.values());
    }

    /** The youngest first. */
    List<Rule> all() {
        return jdbc.sql("select kind, name, from_day, value, source from wallet.limit_rule order by kind, name, from_day desc")
                .query((row, n) -> new Rule(row.getString("kind"), row.getString("name"), row.getObject("from_day", LocalDate.class),
                        row.getLong("value"), row.getString("source")))
                .list();
    }

    boolean add(Rule rule) {
        return jdbc.sql("insert into wallet.limit_rule (kind, name, from_day, value, source) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(rule.kind, rule.name, rule.from, rule.value, rule.source).update() == 1;
    }

    record Rule(String kind, String name, LocalDate from, long value, String source) {
    }
}
