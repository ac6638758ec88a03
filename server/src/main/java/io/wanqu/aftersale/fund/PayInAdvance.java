package io.wanqu.aftersale.fund;

import java.util.List;

import io.wanqu.aftersale.AftersaleProblem.FundRefuses;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Holdings;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.settlement.payout.TakeRecourse;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the platform's fund bear what a buyer gets back and the shop has drawn already. The fund's own books are those of the
 * platform; in the books of the shop stands what it owes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PayInAdvance {

    /** Where the money of the fund lies. */
    static final Account BANK = Account.receivable("fund");

    private final Fund fund;
    private final TakeRecourse recourse;
    private final Holdings holdings;
    private final LedgerQueries ledger;
    private final Post post;

    PayInAdvance(Fund fund, TakeRecourse recourse, Holdings holdings, LedgerQueries ledger, Post post) {
        this.fund = fund;
        this.recourse = recourse;
        this.holdings = holdings;
        this.ledger = ledger;
        this.post = post;
    }

    /** By rule, where the shop has too little; beyond the limits the shop's own books go below zero instead. */
    public void payIfTheShopCannot(ShopId shop, long caseId, OrderId order, Money due) {
        var missing = missing(shop, order, due);
        if (missing.minor() > 0 && recourse.drawable(shop, due) < missing.minor()) {
            fund.lock();
            if (refusal(missing) == null) {
                pay(shop, caseId, missing);
            }
        }
    }

    /** Because somebody of the platform says so; beyond the limits it is refused. */
    public void mustPay(ShopId shop, long caseId, OrderId order, Money due) {
        var missing = missing(shop, order, due);
        if (missing.minor() > 0) {
            recourse.drawable(shop, due);
            fund.lock();
            var refusal = refusal(missing);
            if (refusal != null) {
                throw refusal;
            }
            pay(shop, caseId, missing);
        }
    }

    /** What lies in the order's own pot pays first. */
    private Money missing(ShopId shop, OrderId order, Money due) {
        var key = new Holdings.Key(shop, order.value());
        var held = holdings.lock(List.of(key)).get(key);
        var there = Math.max(0, held.in(Account.FROZEN)) + Math.max(0, held.in(Account.MERCHANT));
        return new Money(Math.max(0, due.minor() - there), due.currency());
    }

    private @org.jspecify.annotations.Nullable FundRefuses refusal(Money amount) {
        var currency = amount.currency().getCurrencyCode();
        var terms = fund.inForce(currency).orElse(null);
        if (terms == null) {
            return new FundRefuses("terms", amount.minor(), 0);
        }
        var today = terms.perDayMinor() - fund.paidToday(currency);
        var there = ledger.credit(ShopId.PLATFORM, Account.FUND, currency);
        return amount.minor() > terms.perCaseMinor() ? new FundRefuses("per case", amount.minor(), terms.perCaseMinor())
                : amount.minor() > today ? new FundRefuses("per day", amount.minor(), Math.max(0, today))
                : amount.minor() > there ? new FundRefuses("fund", amount.minor(), Math.max(0, there)) : null;
    }

    private void pay(ShopId shop, long caseId, Money amount) {
        var taken = recourse.lend(shop, caseId, amount);
        if (!fund.paid(shop, caseId, amount, taken)) {
            throw new IllegalStateException("case " + caseId + " was compensated before");
        }
        post.post(List.of(new Transfer(ShopId.PLATFORM, "compensation.paid", caseId, Account.FUND, BANK, amount)));
        refill(caseId, new Money(taken, amount.currency()), 0);
    }

    /** What the shop paid back is the fund's again. */
    void refill(long caseId, Money taken, long before) {
        if (taken.minor() > 0) {
            post.post(List.of(new Transfer(ShopId.PLATFORM, "compensation.recovered/" + before, caseId, BANK, Account.FUND, taken)));
        }
    }
}
