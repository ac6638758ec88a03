package io.wanqu.shop;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.identity.staff.Holdings.Owner;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shops of the platform and whose they are, for its own people. */
@RestController
class ShopDirectoryController {

    private static final int SEARCH_MAX = 80;

    private final ShopDirectory directory;
    private final Holdings holdings;

    ShopDirectoryController(ShopDirectory directory, Holdings holdings) {
        this.directory = directory;
        this.holdings = holdings;
    }

    /** Newest first; looked for by a part of the name or of the address. */
    @GetMapping("/api/v1/operator/shops")
    Page<Response> list(Caller caller, @RequestParam @Nullable String search, @RequestParam @Nullable String state,
            @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.SHOP_READ);
        var ask = PageAsk.of(after, limit);
        var found = directory.find(Require.text("search", search, 0, SEARCH_MAX), state(state), ask.before(), ask.limit() + 1);
        var page = Page.of(found, ask.limit(), entry -> entry.id().value());
        return new Page<>(owned(page.items()), page.next());
    }

    /** What the shops are called that other lists name by their numbers; those that are not there are left out. */
    @GetMapping("/api/v1/operator/shop-names")
    List<Name> names(Caller caller, @RequestParam List<ShopId> shops) {
        caller.mustOperate(Scope.SHOP_READ);
        return directory.named(Require.items("shops", shops, 1, Page.LIMIT_MAX)).stream().map(it -> new Name(it.id(), it.slug(), it.name())).toList();
    }

    @GetMapping("/api/v1/operator/shops/{shop}")
    Response one(Caller caller, @PathVariable ShopId shop) {
        caller.mustOperate(Scope.SHOP_READ);
        return owned(directory.named(List.of(shop))).stream().findFirst().orElseThrow(() -> new ShopProblem.Unknown(shop.text()));
    }

    private List<Response> owned(List<ShopDirectory.Entry> entries) {
        var owners = holdings.owners(entries.stream().map(ShopDirectory.Entry::id).toList());
        return entries.stream().map(it -> new Response(it.id(), it.slug(), it.name(), it.state(), it.currency(), it.openedAt(),
                owners.getOrDefault(it.id(), List.of()).stream().map(Merchant::of).toList())).toList();
    }

    private static Shop.@Nullable State state(@Nullable String text) {
        return text == null ? null : Arrays.stream(Shop.State.values()).filter(state -> state.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> new InvalidValue("state", "open, closed or suspended"));
    }

    record Response(ShopId id, String slug, String name, Shop.State state, String currency, Instant openedAt, List<Merchant> owners) {
    }

    record Merchant(AccountId account, String name) {

        static Merchant of(Owner owner) {
            return new Merchant(owner.account(), owner.name());
        }
    }

    record Name(ShopId id, String slug, String name) {
    }
}
