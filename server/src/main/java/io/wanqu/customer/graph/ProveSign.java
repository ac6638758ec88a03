package io.wanqu.customer.graph;

import java.time.Clock;

import io.wanqu.customer.ProvedSigns;
import io.wanqu.customer.Sign;
import io.wanqu.identity.ContactProved;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account the customers whose sign it has proved, in every shop. */
@Component
class ProveSign implements ProvedSigns, ContactProved {

    private final ClaimTable claims;
    private final CustomerTable customers;
    private final Sealing sealing;
    private final Clock clock;

    ProveSign(ClaimTable claims, CustomerTable customers, Sealing sealing, Clock clock) {
        this.claims = claims;
        this.customers = customers;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int proved(AccountId account, Sign sign) {
        var hash = sign.hash(sealing);
        claims.prove(account, sign.kind(), hash, clock.instant());
        customers.awaitTurn(claims.shopsWith(sign.kind(), hash));
        return claims.claim(account, sign.kind(), hash, clock.instant());
    }

    @Override
    @Transactional
    public void withdrawn(AccountId account, Sign sign) {
        var hash = sign.hash(sealing);
        claims.withdraw(account, sign.kind(), hash);
        customers.awaitTurn(claims.shopsWith(sign.kind(), hash));
        claims.release(account, sign.kind(), hash);
    }

    @Override
    @Transactional
    public int proved(AccountId account, String contact) {
        return proved(account, Sign.contact(contact));
    }

    @Override
    @Transactional
    public void givenUp(AccountId account, String contact) {
        withdrawn(account, Sign.contact(contact));
    }
}
