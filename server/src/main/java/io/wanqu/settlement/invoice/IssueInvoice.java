package io.wanqu.settlement.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.LedgerSettings;
import io.wanqu.settlement.SettlementProblem.NothingToInvoice;
import io.wanqu.settlement.invoice.Invoices.Invoice;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the invoice for the commission of a month that is over, once. */
@Service
class IssueInvoice {

    private final Invoices invoices;
    private final LedgerQueries ledger;
    private final LedgerSettings settings;
    private final Clock clock;

    IssueInvoice(Invoices invoices, LedgerQueries ledger, LedgerSettings settings, Clock clock) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Invoice issue(Ask ask, String by) {
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        var end = ask.month.atEndOfMonth();
        var number = invoices.nextNumber(ask.shop, today.getYear());
        var commission = commission(ask.shop, end, ask.currency) - commission(ask.shop, ask.month.atDay(1).minusDays(1), ask.currency);
        if (!today.isAfter(end) || commission <= 0 || !ledger.closedUntil(ask.shop, end)
                || invoices.exists(ask.shop, ask.month, ask.currency.getCurrencyCode())) {
            throw new NothingToInvoice(ask.month.toString());
        }
        var invoice = new Invoice(today.getYear(), number, ask.month, ask.title, ask.taxNumber, new Money(commission, ask.currency),
                ask.taxBasisPoints, clock.instant());
        invoices.add(ask.shop, invoice, by);
        return invoice;
    }

    private long commission(ShopId shop, LocalDate until, Currency currency) {
        return -ledger.balances(shop, until).stream()
                .filter(it -> it.account().equals(Account.COMMISSION.code()) && it.currency().equals(currency.getCurrencyCode()))
                .mapToLong(LedgerQueries.Balance::balanceMinor).sum();
    }

    record Ask(ShopId shop, YearMonth month, Currency currency, String title, String taxNumber, int taxBasisPoints) {
    }
}
