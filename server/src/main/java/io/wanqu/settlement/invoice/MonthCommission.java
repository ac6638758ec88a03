package io.wanqu.settlement.invoice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;

import org.springframework.stereotype.Component;

/** What the platform earned of a shop in a month, as the closed days of the books say; as they never change, neither does this. */
@Component
class MonthCommission {

    private final LedgerQueries ledger;

    MonthCommission(LedgerQueries ledger) {
        this.ledger = ledger;
    }

    long total(ShopId shop, YearMonth month, Currency currency) {
        return until(shop, month.atEndOfMonth(), currency) - before(shop, month, currency);
    }

    /** The days that brought any, the oldest first; together they are the total. More given back than taken is below zero. */
    List<Day> days(ShopId shop, YearMonth month, Currency currency) {
        var days = new ArrayList<Day>();
        var before = before(shop, month, currency);
        for (var credit : ledger.credits(shop, Account.COMMISSION, currency.getCurrencyCode(), month.atDay(1), month.atEndOfMonth())) {
            if (credit.minor() != before) {
                days.add(new Day(credit.day(), new Money(credit.minor() - before, currency)));
            }
            before = credit.minor();
        }
        return List.copyOf(days);
    }

    private long before(ShopId shop, YearMonth month, Currency currency) {
        return until(shop, month.atDay(1).minusDays(1), currency);
    }

    private long until(ShopId shop, LocalDate day, Currency currency) {
        return -ledger.balances(shop, day).stream()
                .filter(it -> it.account().equals(Account.COMMISSION.code()) && it.currency().equals(currency.getCurrencyCode()))
                .mapToLong(LedgerQueries.Balance::balanceMinor).sum();
    }

    record Day(LocalDate day, Money commission) {
    }
}
