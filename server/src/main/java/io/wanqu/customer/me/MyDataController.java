package io.wanqu.customer.me;

import java.time.Instant;
import java.util.List;

import io.wanqu.customer.Consents.Purpose;
import io.wanqu.customer.OrdersBought;
import io.wanqu.customer.OrdersBought.ShopName;
import io.wanqu.customer.consent.ConsentTable;
import io.wanqu.customer.use.DataUseTable;
import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The transparency centre: who used which of a person's data, when and why, and what he allows. */
@RestController
class MyDataController {

    private static final int WORDING_MAX = 500;

    private final DataUseTable uses;
    private final ConsentTable consents;
    private final OrdersBought orders;

    MyDataController(DataUseTable uses, ConsentTable consents, OrdersBought orders) {
        this.uses = uses;
        this.consents = consents;
        this.orders = orders;
    }

    @GetMapping("/api/v1/me/data-uses")
    Page<Use> uses(Buyer buyer, @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable String limit) {
        var page = PageAsk.of(after, limit);
        var found = Page.of(uses.of(buyer.account(), page.before(), page.limit() + 1), page.limit(), DataUseTable.Noted::id);
        var names = orders.shops(found.items().stream().map(DataUseTable.Noted::shop).distinct().toList());
        return new Page<>(found.items().stream().map(it -> new Use(Long.toString(it.id()), it.shop().equals(ShopId.PLATFORM) ? null : it.shop(),
                names.get(it.shop()), it.order(), it.field(), it.purpose(), it.reason(), it.by(), it.at())).toList(), found.next());
    }

    /** All that was said, newest first; of each shop and purpose the newest counts, and a word for a shop goes before one for all. */
    @GetMapping("/api/v1/me/consents")
    List<Word> consents(Buyer buyer) {
        return consents.history(buyer.account()).stream()
                .map(it -> new Word(it.shop().equals(ShopId.PLATFORM) ? null : it.shop(), it.purpose(), it.granted(), it.wording(), it.at())).toList();
    }

    @PutMapping("/api/v1/me/consents")
    List<Word> consent(Buyer buyer, @RequestBody Request request) {
        var shop = request.shop == null ? ShopId.PLATFORM : request.shop;
        var said = new ConsentTable.Said(Purpose.of(request.purpose), Require.present("/granted", request.granted, "true or false"),
                Require.text("/wording", request.wording, 1, WORDING_MAX));
        consents.say(shop, buyer.account(), said);
        return consents(buyer);
    }

    /**
     * @param shop   who used it; null where the platform did
     * @param field  what was opened
     * @param reason in the words of whoever used it
     */
    record Use(String id, @Nullable ShopId shop, @Nullable ShopName shopName, @Nullable OrderId order, String field, String purpose, String reason,
            String by, Instant at) {
    }

    /** @param shop null where it was said for all shops */
    record Word(@Nullable ShopId shop, String purpose, boolean granted, String wording, Instant at) {
    }

    /**
     * @param shop    null for all shops
     * @param purpose one of marketing, recommendation, sharing
     * @param wording what the person read when he decided
     */
    record Request(@Nullable ShopId shop, @Nullable String purpose, @Nullable Boolean granted, @Nullable String wording) {
    }
}
