package io.wanqu.risk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.list.Listed;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is always let through, and who never: a shop's own lists, and the platform's, which hold everywhere. */
@RestController
class ListController {

    private static final int VALUE_MAX = 200;
    private static final int REASON_MAX = 200;

    private final KeepLists lists;
    private final Clock clock;

    ListController(KeepLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/api/v1/risk/lists")
    Page<View> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        return page(caller.must(Scope.AUDIT_READ), PageAsk.of(after, limit));
    }

    /** What is given is turned into a keyed hash and not kept; a hint of it is. */
    @Idempotent
    @PostMapping("/api/v1/risk/lists")
    @ResponseStatus(HttpStatus.CREATED)
    View add(Caller caller, @RequestBody Request request) {
        return View.of(lists.add(caller.must(Scope.SHOP_WRITE), wish(request), caller.name()));
    }

    @DeleteMapping("/api/v1/risk/lists/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String entry) {
        lists.remove(caller.must(Scope.SHOP_WRITE), Id.parse("entry", entry));
    }

    @GetMapping("/api/v1/operator/risk/lists")
    Page<View> ofPlatform(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.AUDIT_READ);
        return page(ShopId.PLATFORM, PageAsk.of(after, limit));
    }

    @Idempotent
    @PostMapping("/api/v1/operator/risk/lists")
    @ResponseStatus(HttpStatus.CREATED)
    View addForAll(Caller caller, @RequestBody Request request) {
        caller.mustOperate(Scope.SHOP_WRITE);
        return View.of(lists.add(ShopId.PLATFORM, wish(request), caller.name()));
    }

    @DeleteMapping("/api/v1/operator/risk/lists/{entry}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeForAll(Caller caller, @PathVariable String entry) {
        caller.mustOperate(Scope.SHOP_WRITE);
        lists.remove(ShopId.PLATFORM, Id.parse("entry", entry));
    }

    private Page<View> page(ShopId shop, PageAsk ask) {
        var page = Page.of(lists.list(shop, ask.before(), ask.limit() + 1), ask.limit(), Listed.Entry::id);
        return new Page<>(page.items().stream().map(View::of).toList(), page.next());
    }

    private KeepLists.Wish wish(Request request) {
        if (!"allow".equals(request.list) && !"deny".equals(request.list)) {
            throw new InvalidValue("/list", "allow or deny");
        }
        if (request.endsAt != null && !request.endsAt.isAfter(clock.instant())) {
            throw new InvalidValue("/endsAt", "a time to come");
        }
        return new KeepLists.Wish(request.list.equals("allow"), by(request.by), Require.text("/value", request.value, 1, VALUE_MAX),
                Require.text("/reason", request.reason, 2, REASON_MAX), request.endsAt);
    }

    private static Dimension by(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "person" -> Dimension.PERSON;
            case "device" -> Dimension.DEVICE;
            case "address" -> Dimension.ADDRESS;
            case "range" -> Dimension.RANGE;
            case "payer" -> Dimension.PAYER;
            default -> throw new InvalidValue("/by", "person, device, address, range or payer");
        };
    }

    /**
     * @param list  allow or deny
     * @param by    person, device, address, range or payer
     * @param value the mail address, the phone number, the device, the network address; of a range any address in it
     */
    record Request(@Nullable String list, @Nullable String by, @Nullable String value, @Nullable String reason, @Nullable Instant endsAt) {

        @Override
        public String toString() {
            return "Request[" + list + ", " + by + "]";
        }
    }

    record View(String id, String list, String by, String hint, String reason, String addedBy, Instant addedAt, @Nullable Instant endsAt) {

        static View of(Listed.Entry entry) {
            return new View(Long.toString(entry.id()), entry.allow() ? "allow" : "deny", entry.by().text().toLowerCase(Locale.ROOT), entry.hint(),
                    entry.reason(), entry.addedBy(), entry.addedAt(), entry.endsAt());
        }
    }
}
