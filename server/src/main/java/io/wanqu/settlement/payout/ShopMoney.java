package io.wanqu.settlement.payout;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.LedgerQueries.Balance;
import io.wanqu.settlement.StandingOfShops;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a shop has earned, looked at by one at a time: whoever wants to draw from it takes the lock first. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ShopMoney {

    private static final BigInteger WHOLE = BigInteger.valueOf(100);

    private final JdbcClient jdbc;
    private final LedgerQueries ledger;
    private final StandingOfShops standing;

    ShopMoney(JdbcClient jdbc, LedgerQueries ledger, StandingOfShops standing) {
        this.jdbc = jdbc;
        this.standing = standing;
        this.ledger = ledger;
    }

    /** Until the end of the transaction nobody else draws from this shop; the sums are read after the others have ended. */
    Sums lock(ShopId shop, Currency currency) {
        jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('settlement/' || :shop::text, 0)))")
                .param("shop", shop.value()).query(Long.class).single();
        return look(shop, currency);
    }

    Sums look(ShopId shop, Currency currency) {
        var required = jdbc.sql("select required_minor from settlement.deposit_requirement where shop_id = :shop and currency = :currency")
                .param("shop", shop.value()).param("currency", currency.getCurrencyCode()).query(Long.class).optional().orElse(0L);
        var balances = ledger.balances(shop).stream().filter(it -> it.currency().equals(currency.getCurrencyCode())).toList();
        var asked = BigInteger.valueOf(required).multiply(BigInteger.valueOf(standing.depositPercent(shop))).divide(WHOLE).longValueExact();
        return new Sums(balances, new Money(asked, currency));
    }

    /** The accounts of a shop in one currency, and the deposit it has to keep. */
    record Sums(List<Balance> balances, Money required) {

        long available() {
            return credit(Account.AVAILABLE);
        }

        long deposit() {
            return credit(Account.DEPOSIT);
        }

        /** What is missing of the deposit stays, and what is owed to the compensation fund. */
        long drawable() {
            return available() - Math.max(0, required.minor() - deposit()) - owedToFund();
        }

        long owedToFund() {
            return -credit(Account.RECOURSE);
        }

        /** What the rail took in and has neither given back nor paid out nor kept. */
        long heldBy(String rail) {
            return -credit(Account.receivable(rail)) - credit(Account.settled(rail));
        }

        long commission() {
            return credit(Account.COMMISSION);
        }

        /** Everything that sales have brought so far, wherever it is now. */
        long earned() {
            var paidOut = balances.stream().filter(it -> it.account().startsWith("settled:")).mapToLong(Balance::balanceMinor).sum();
            return commission() + credit(Account.MERCHANT) + available() + deposit() + credit(Account.PAYOUT_TRANSIT) - paidOut;
        }

        private long credit(Account account) {
            return -balances.stream().filter(it -> it.account().equals(account.code())).mapToLong(Balance::balanceMinor).sum();
        }
    }
}
