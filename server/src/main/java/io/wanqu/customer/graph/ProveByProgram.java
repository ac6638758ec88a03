package io.wanqu.customer.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.customer.Sign;
import io.wanqu.customer.Sign.Kind;
import io.wanqu.customer.graph.ClaimTable.Claimed;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.customer.graph.EvidenceTable.Key;
import io.wanqu.identity.ProgramProved;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a mini program's platform says of whoever signs in: customers with these numbers are his, and one person with his log-in. */
@Component
class ProveByProgram implements ProgramProved {

    private final ProgramSigns signs;
    private final ClaimTable claims;
    private final CustomerTable customers;
    private final EvidenceTable evidence;
    private final JoinLogIns joinLogIns;
    private final When when;

    ProveByProgram(ProgramSigns signs, ClaimTable claims, CustomerTable customers, EvidenceTable evidence, JoinLogIns joinLogIns, When when) {
        this.signs = signs;
        this.claims = claims;
        this.customers = customers;
        this.evidence = evidence;
        this.joinLogIns = joinLogIns;
        this.when = when;
    }

    /** Nearly every log-in tells what is known, and changes nothing. */
    @Override
    @Transactional
    public void proved(AccountId account, Known known) {
        var now = when.clock.instant();
        var told = told(known);
        var shops = new HashSet<ShopId>();
        told.forEach(sign -> {
            signs.prove(account, sign, now);
            shops.addAll(claims.shopsToClaim(account, sign.kind(), sign.hash(when.sealing)));
        });
        if (!shops.isEmpty()) {
            claim(account, told, shops, now);
        }
    }

    private static List<Sign> told(Known known) {
        var openid = new Sign(Kind.OPENID, known.app(), known.openid());
        return known.unionid() == null ? List.of(openid) : List.of(openid, Sign.of(Kind.UNIONID, known.unionid()));
    }

    private void claim(AccountId account, List<Sign> told, Set<ShopId> shops, Instant now) {
        customers.awaitTurn(shops);
        told.forEach(sign -> claims.claim(account, sign.kind(), sign.hash(when.sealing), now));
        var keys = shops.stream().flatMap(shop -> told.stream().map(sign -> Key.of(shop, sign, when.sealing))).toList();
        var claimed = new ArrayList<Claimed>();
        evidence.owners(keys).forEach((key, customer) -> claimed.add(new Claimed(new Of(key.shop(), customer), account)));
        joinLogIns.join(claimed, now);
    }

    /** Where times and hashes come from. */
    @Component
    static class When {

        private final Clock clock;
        private final Sealing sealing;

        When(Clock clock, Sealing sealing) {
            this.clock = clock;
            this.sealing = sealing;
        }
    }
}
