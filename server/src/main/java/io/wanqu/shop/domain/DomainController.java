package io.wanqu.shop.domain;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.shop.ShopProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shop's own domains: asked for, proved by a record that only their owner can write, and given up. */
@RestController
class DomainController {

    private static final int PROOF_BYTES = 16;
    private static final int DOMAINS_MAX = 20;

    private final Domains domains;
    private final ShopsByDomain known;
    private final DomainRecords records;
    private final ShopScope scope;
    private final SecureRandom random = new SecureRandom();

    DomainController(Domains domains, ShopsByDomain known, DomainRecords records, ShopScope scope) {
        this.domains = domains;
        this.known = known;
        this.records = records;
        this.scope = scope;
    }

    @GetMapping("/api/v1/shop/domains")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> domains.of(shop)).stream().map(Response::of).toList();
    }

    @PostMapping("/api/v1/shop/domains")
    @ResponseStatus(HttpStatus.CREATED)
    Response ask(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var host = Host.of(request.host);
        return scope.in(shop, () -> {
            if (domains.of(shop).size() >= DOMAINS_MAX) {
                throw new ShopProblem.TooManyDomains(DOMAINS_MAX);
            }
            var bytes = new byte[PROOF_BYTES];
            random.nextBytes(bytes);
            domains.add(shop, host, "wanqu-proof=" + HexFormat.of().formatHex(bytes));
            return Response.of(find(shop, host));
        });
    }

    /** The name servers are asked before anything is written, and never inside a transaction. */
    @PutMapping("/api/v1/shop/domains/{host}/proof")
    Response prove(Caller caller, @PathVariable String host) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var name = Host.of(host);
        var asked = scope.in(shop, () -> find(shop, name));
        if (!records.texts(name.proofName()).contains(asked.proof())) {
            throw new ShopProblem.DomainNotProved(name.text(), name.proofName());
        }
        if (!domains.prove(shop, name)) {
            throw new ShopProblem.DomainTaken(name.text());
        }
        known.forget(name);
        return Response.of(scope.in(shop, () -> find(shop, name)));
    }

    @DeleteMapping("/api/v1/shop/domains/{host}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String host) {
        var shop = caller.must(Scope.SHOP_WRITE);
        var name = Host.of(host);
        if (!scope.in(shop, () -> domains.remove(shop, name))) {
            throw new ShopProblem.UnknownDomain(name.text());
        }
        known.forget(name);
    }

    private Domains.Row find(ShopId shop, Host host) {
        return domains.of(shop).stream().filter(row -> row.host().equals(host.text())).findFirst()
                .orElseThrow(() -> new ShopProblem.UnknownDomain(host.text()));
    }

    record Request(@Nullable String host) {
    }

    /**
     * A domain and what is still to be done.
     *
     * @param record the name under which the text must stand
     * @param text   what must stand there
     */
    record Response(String host, String state, String record, String text, Instant askedAt, @Nullable Instant provedAt) {

        static Response of(Domains.Row row) {
            return new Response(row.host(), row.state(), new Host(row.host()).proofName(), row.proof(), row.askedAt(), row.provedAt());
        }
    }
}
