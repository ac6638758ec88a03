package io.wanqu.payment.account;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.payment.PaymentSettings;
import io.wanqu.payment.Rails;
import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.Rail;
import io.wanqu.payment.rail.RailAccount;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop keeps its accounts at providers; keys go in and never come out. */
@RestController
class AccountController {

    private static final int KEY_MAX = 10_000;

    private final RailAccounts accounts;
    private final Rails rails;
    private final PaymentSettings settings;
    private final Ids ids;
    private final Trail trail;
    private final ShopScope scope;

    AccountController(RailAccounts accounts, Rails rails, PaymentSettings settings, Ids ids, Trail trail, ShopScope scope) {
        this.accounts = accounts;
        this.rails = rails;
        this.settings = settings;
        this.ids = ids;
        this.trail = trail;
        this.scope = scope;
    }

    @GetMapping("/api/v1/payment-accounts")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> accounts.list(shop)).stream().map(this::response).toList();
    }

    @Idempotent
    @PostMapping("/api/v1/payment-accounts")
    @ResponseStatus(HttpStatus.CREATED)
    Response add(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        var rail = rails.named(Require.text("/rail", request.rail, 1, 40));
        if (!rails.needsAccount(rail.name())) {
            throw new InvalidValue("/rail", "a rail that needs an account");
        }
        var account = new RailAccount(new RailAccount.Key(shop, ids.next()), rail.name(), request.channel,
                Require.text("/payee", request.payee, 1, 100), request.app == null ? "" : Require.text("/app", request.app, 1, 100),
                keys(rail, request.keys), request.baseUri == null ? null : baseUri(request.baseUri), 1);
        if (!scope.in(shop, () -> trail.doing(() -> accounts.add(account), added -> added ? note(account, "payment-account.added") : null))) {
            throw new PaymentProblem.AccountExists(rail.name());
        }
        return response(new RailAccounts.Stored(account, true));
    }

    @Idempotent
    @PutMapping("/api/v1/payment-accounts/{account}/keys")
    Response rotate(Caller caller, @PathVariable String account, @RequestBody RotateRequest request) {
        var stored = own(caller.must(Scope.SHOP_WRITE), account);
        caller.mustBeFresh();
        var keys = keys(rails.named(stored.account().rail()), request.keys);
        noted(stored, "payment-account.keys-replaced", () -> accounts.replaceKeys(stored.account().key(), keys));
        return response(stored);
    }

    /** New payments are taken no more; what was begun is still followed to its end. */
    @Idempotent
    @PutMapping("/api/v1/payment-accounts/{account}/disablement")
    Response disable(Caller caller, @PathVariable String account) {
        var stored = own(caller.must(Scope.SHOP_WRITE), account);
        noted(stored, "payment-account.turned-off", () -> accounts.turnOff(stored.account().key()));
        return response(new RailAccounts.Stored(stored.account(), false));
    }

    private void noted(RailAccounts.Stored stored, String action, Runnable work) {
        scope.in(stored.account().key().shop(), () -> trail.doing(() -> {
            work.run();
            return stored;
        }, done -> note(done.account(), action)));
    }

    private static Note note(RailAccount account, String action) {
        return Note.of(account.key().shop(), action, "payment-account", account.key().id())
                .after(Map.of("rail", account.rail(), "channel", String.valueOf(account.channel())));
    }

    private RailAccounts.Stored own(ShopId shop, String account) {
        var id = Id.parse("account", account);
        return scope.in(shop, () -> accounts.list(shop)).stream().filter(stored -> stored.account().key().id() == id).findFirst()
                .orElseThrow(() -> new PaymentProblem.UnknownAccount(account));
    }

    private static Keys keys(Rail rail, @Nullable Map<String, String> given) {
        var keys = new HashMap<String, String>();
        if (given != null) {
            given.forEach((name, secret) -> keys.put(name, Require.text("/keys/" + name, secret, 1, KEY_MAX)));
        }
        if (!keys.keySet().containsAll(rail.keys())) {
            throw new InvalidValue("/keys", "the keys " + String.join(", ", rail.keys().stream().sorted().toList()));
        }
        return new Keys(keys);
    }

    /** Another address than the provider's own would be sent the shop's keys, so only this very machine may be one. */
    private URI baseUri(String text) {
        try {
            var uri = URI.create(text);
            if (settings.loopback() && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal, which says what would be right
        }
        throw new InvalidValue("/baseUri", "nothing: the provider is asked at its own address");
    }

    private Response response(RailAccounts.Stored stored) {
        var account = stored.account();
        return new Response(Long.toString(account.key().id()), account.rail(), account.channel(), account.payee(), account.app(),
                stored.on() ? "on" : "off", settings.callback(account).toString());
    }

    record Request(@Nullable String rail, @Nullable ChannelId channel, @Nullable String payee, @Nullable String app,
            @Nullable Map<String, String> keys, @Nullable String baseUri) {

        @Override
        public String toString() {
            return "Request[" + rail + "]";
        }
    }

    record RotateRequest(@Nullable Map<String, String> keys) {

        @Override
        public String toString() {
            return "RotateRequest[…]";
        }
    }

    /** @param callbackUrl what the provider must be told to call */
    record Response(String id, String rail, @Nullable ChannelId channel, String payee, String app, String state, String callbackUrl) {
    }
}
