package io.wanqu.identity;

import java.time.Clock;

import io.wanqu.identity.staff.EndsTokens;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends the tokens of people who go, in the transaction that removes them. */
@Component
class TokensOfStaff implements EndsTokens {

    private final Tokens tokens;
    private final KnownTokens known;
    private final Clock clock;

    TokensOfStaff(Tokens tokens, KnownTokens known, Clock clock) {
        this.tokens = tokens;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public void of(ShopId shop, AccountId account) {
        end(shop, account);
    }

    @Override
    public void ofShop(ShopId shop) {
        end(shop, null);
    }

    private void end(ShopId shop, @Nullable AccountId account) {
        tokens.revokeAll(shop, account, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.forget(shop);
            }
        });
    }
}
