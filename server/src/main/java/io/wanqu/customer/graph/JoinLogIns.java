package io.wanqu.customer.graph;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

import io.wanqu.customer.Sign;
import io.wanqu.customer.Sign.Kind;
import io.wanqu.customer.graph.ClaimTable.Claimed;
import io.wanqu.customer.graph.EvidenceTable.Key;
import io.wanqu.customer.graph.EvidenceTable.Row;
import io.wanqu.customer.graph.LinkTable.Why;
import io.wanqu.customer.graph.Partition.Pair;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;

/** Makes customers whom an account proved to be itself one person with the customer who is that account's log-in, where there is one. */
@Component
class JoinLogIns {

    private static final Set<Kind> CONTACTS = Set.of(Kind.PHONE, Kind.MAIL);
    private static final Set<Kind> PROGRAMS = Set.of(Kind.OPENID, Kind.UNIONID);

    private final EvidenceTable evidence;
    private final ClaimTable claims;
    private final ApplyRules rules;
    private final Sealing sealing;

    JoinLogIns(EvidenceTable evidence, ClaimTable claims, ApplyRules rules, Sealing sealing) {
        this.evidence = evidence;
        this.claims = claims;
        this.rules = rules;
        this.sealing = sealing;
    }

    static Sign login(AccountId account) {
        return Sign.of(Kind.LOGIN, account.text());
    }

    /** Gives new customers to those who have proved their signs; returns whom a mini program proved, for no rule joins anybody by a contact. */
    List<Claimed> claimProved(List<Row> fresh, Instant now) {
        claims.claimProved(fresh.stream().filter(row -> CONTACTS.contains(row.sign().kind())).toList(), now);
        return claims.claimProved(fresh.stream().filter(row -> PROGRAMS.contains(row.sign().kind())).toList(), now);
    }

    void join(List<Claimed> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return;
        }
        var keys = new LinkedHashMap<Claimed, Key>();
        claimed.forEach(it -> keys.put(it, Key.of(it.of().shop(), login(it.account()), sealing)));
        var logIns = evidence.owners(Set.copyOf(keys.values()));
        keys.forEach((it, key) -> {
            var logIn = logIns.get(key);
            if (logIn != null && logIn != it.of().customer()) {
                rules.link(it.of().shop(), Pair.of(logIn, it.of().customer()), Why.account(), now);
            }
        });
    }
}
