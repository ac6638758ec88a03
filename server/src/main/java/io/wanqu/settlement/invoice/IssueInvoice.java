package io.wanqu.settlement.invoice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
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
    private final MonthCommission commission;
    private final LedgerQueries ledger;
    private final LedgerSettings settings;
    private final Clock clock;

    IssueInvoice(Invoices invoices, MonthCommission commission, LedgerQueries ledger, LedgerSettings settings, Clock clock) {
        this.invoices = invoices;
        this.commission = commission;
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    Invoice issue(Ask ask, String by) {
        var today = LocalDate.ofInstant(clock.instant(), settings.zone());
        var end = ask.month.atEndOfMonth();
        var number = invoices.nextNumber(ask.shop, today.getYear());
        var earned = commission.total(ask.shop, ask.month, ask.currency);
        if (!today.isAfter(end) || earned <= 0 || !ledger.closedUntil(ask.shop, end)
                || invoices.exists(ask.shop, ask.month, ask.currency.getCurrencyCode())) {
            throw new NothingToInvoice(ask.month.toString());
        }
        var invoice = new Invoice(today.getYear(), number, ask.month, ask.title, ask.taxNumber, new Money(earned, ask.currency),
                ask.taxBasisPoints, clock.instant());
        invoices.add(ask.shop, invoice, by);
        return invoice;
    }

    record Ask(ShopId shop, YearMonth month, Currency currency, String title, String taxNumber, int taxBasisPoints) {
    }
}
