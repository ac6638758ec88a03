package io.wanqu.shop.opening;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.shop.Shop;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.Shops;
import io.wanqu.shop.opening.Application.Wish;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own shops, and how he comes to one more. */
@RestController
class ApplicationController {

    private final ApplyForShop applyForShop;
    private final Applications applications;
    private final HoldingRules rules;
    private final Holdings holdings;
    private final Shops shops;
    private final Asker asker;

    ApplicationController(ApplyForShop applyForShop, Applications applications, HoldingRules rules, Holdings holdings, Shops shops, Asker asker) {
        this.applyForShop = applyForShop;
        this.applications = applications;
        this.rules = rules;
        this.holdings = holdings;
        this.shops = shops;
        this.asker = asker;
    }

    @GetMapping("/api/v1/account/shops")
    Held held(Buyer buyer) {
        var kind = rules.kindOf(buyer.account());
        var owned = shops.byIds(holdings.owned(buyer.account())).values().stream().map(Own::of).sorted((a, b) -> a.slug.compareTo(b.slug)).toList();
        return new Held(kind.text(), rules.most(kind), owned);
    }

    @PostMapping("/api/v1/shop-applications")
    @Idempotent
    ResponseEntity<Response> apply(Buyer buyer, @RequestBody Request request, HttpServletRequest http) {
        var made = applyForShop.apply(buyer.account(), request.wish(), asker.origin(http));
        return ResponseEntity.created(URI.create("/api/v1/shop-applications/" + made.id())).body(Response.of(made));
    }

    @GetMapping("/api/v1/shop-applications")
    Page<Response> list(Buyer buyer, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var ask = PageAsk.of(after, limit);
        var page = Page.of(applications.of(buyer.account(), ask.before(), ask.limit() + 1), ask.limit(), Application::id);
        return new Page<>(page.items().stream().map(Response::of).toList(), page.next());
    }

    @DeleteMapping("/api/v1/shop-applications/{application}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Buyer buyer, @PathVariable String application) {
        var id = Id.parse("application", application);
        if (!applications.withdraw(buyer.account(), id)) {
            throw new ShopProblem.UnknownApplication(id);
        }
    }

    /** Where a request comes from, so that many applications from one place are noticed; kept as a keyed hash. */
    @Component
    static class Asker {

        private final ClientAddress addresses;
        private final Sealing sealing;

        Asker(ClientAddress addresses, Sealing sealing) {
            this.addresses = addresses;
            this.sealing = sealing;
        }

        byte[] origin(HttpServletRequest request) {
            var agent = request.getHeader("User-Agent");
            return sealing.platformHash("shop.application.origin",
                    (addresses.of(request) + "/" + (agent == null ? "" : agent)).getBytes(StandardCharsets.UTF_8));
        }
    }

    record Request(@Nullable String slug, @Nullable String name, @Nullable String currency, @Nullable String category, @Nullable String company,
            @Nullable String reason) {

        Wish wish() {
            return new Wish(Require.text("/slug", slug, 2, 40), Require.text("/name", name, 1, 80), currency == null ? "CNY" : currency,
                    Require.text("/category", category, 0, 40), Require.text("/company", company, 0, 80), Require.text("/reason", reason, 0, 1_000));
        }
    }

    /** @param most how many there may be without asking */
    record Held(String kind, int most, List<Own> shops) {
    }

    record Own(ShopId id, String slug, String name, Shop.State state) {

        static Own of(Shop shop) {
            return new Own(shop.id(), shop.slug(), shop.name(), shop.state());
        }
    }

    record Response(String id, String account, String slug, String name, String currency, String category, String company, String reason,
            String state, Instant askedAt, @Nullable String decidedBy, @Nullable Instant decidedAt, String verdict, @Nullable ShopId shop) {

        static Response of(Application it) {
            var wish = it.wish();
            return new Response(Long.toString(it.id()), it.account().text(), wish.slug(), wish.name(), wish.currency(), wish.category(),
                    wish.company(), wish.reason(), it.state(), it.askedAt(), it.decidedBy(), it.decidedAt(), it.verdict(), it.opened());
        }
    }
}
