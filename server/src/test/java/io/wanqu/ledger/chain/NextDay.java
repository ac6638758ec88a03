package io.wanqu.ledger.chain;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.ledger.LedgerSettings;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the books as if two days had passed: everything is sealed, and every day so far is closed. */
@Component
public class NextDay {

    private final SealPostings seal;

    NextDay(Unsealed unsealed, Chains chains, TransactionTemplate transaction, LedgerSettings settings, Clock clock) {
        this.seal = new SealPostings(unsealed, chains, transaction, settings, Clock.offset(clock, Duration.ofDays(2)));
    }

    public void come() {
        seal.sealAll();
    }
}
