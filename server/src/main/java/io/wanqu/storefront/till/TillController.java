package io.wanqu.storefront.till;

import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.storefront.OwnChannel;
import io.wanqu.storefront.OwnChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where staff sell over the counter. */
@RestController
class TillController {

    private static final String CASH = "cash";
    private static final int LINES_MAX = 20;
    private static final int QUANTITY_MAX = 1000;
    private static final int SERIAL_MAX = 64;

    private final Shops shops;
    private final OwnChannels channels;
    private final SellAtTill sellAtTill;
    private final PlaceOrders placeOrders;
    private final PickUpCode codes;
    private final ShopScope scope;

    TillController(Shops shops, OwnChannels channels, SellAtTill sellAtTill, PlaceOrders placeOrders, PickUpCode codes, ShopScope scope) {
        this.shops = shops;
        this.channels = channels;
        this.sellAtTill = sellAtTill;
        this.placeOrders = placeOrders;
        this.codes = codes;
        this.scope = scope;
    }

    /**
     * Sold for cash it is delivered at once; by a rail the buyer scans the picture, pays and reads his codes there. The till's
     * serial number makes a repeat harmless. The link lets its holder read the codes, so it needs the right to reveal them.
     */
    @PostMapping("/api/v1/till-sales")
    ResponseEntity<Response> sell(Caller caller, @RequestBody Request request) {
        var id = caller.mustSomewhere(Scope.ORDERS_WRITE);
        caller.mustSomewhere(Scope.CARDS_REVEAL);
        var shop = shops.byId(id).mustBeOpen();
        var till = Require.present("/till", request.till, "the id of a till");
        scope.in(id, () -> channels.must(caller, till, OwnChannel.Kind.TILL));
        var lines = Require.items("/lines", request.lines, 1, LINES_MAX).stream().map(TillController::line).toList();
        var sale = new SellAtTill.Sale(shop, till, Require.text("/serial", request.serial, 1, SERIAL_MAX), lines,
                Require.between("/totalMinor", request.totalMinor, 0, Long.MAX_VALUE));
        var rail = Require.text("/payment", request.payment, 2, 40);
        return answer(shop, rail.equals(CASH) ? forCash(sale) : byRail(sale, rail));
    }

    private Response forCash(SellAtTill.Sale sale) {
        var sold = sellAtTill.sell(sale);
        return new Response(sold.order(), sold.total(), true, codes.of(sale.shop(), sold.order()), Map.of());
    }

    /** Buyers at a till are all alike, so each counts as another one. */
    private Response byRail(SellAtTill.Sale sale, String rail) {
        var who = "till-" + sale.till() + "-" + sale.serial();
        var ask = new PlaceAsk(sale.shop().id(), sale.till(),
                sale.lines().stream().map(line -> new PlaceAsk.Line(line.sku(), line.quantity(), List.of())).toList(),
                new PlaceAsk.Buyer(who, null, null, who), rail, sale.totalMinor(), who, null);
        return switch (placeOrders.place(ask)) {
            case Placed placed -> new Response(placed.order(), placed.total(), false, codes.of(sale.shop(), placed.order()),
                    placed.instruction());
            case Refused refused -> throw refused.why();
        };
    }

    private static SellAtTill.Line line(Request.Line line) {
        return new SellAtTill.Line(Require.present("/lines/sku", line.sku, "the id of a variant"),
                Require.between("/lines/quantity", line.quantity, 1, QUANTITY_MAX));
    }

    private static ResponseEntity<Response> answer(Shop shop, Response response) {
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .header("Content-Location", "/pick-up/" + shop.slug() + "/" + response.order).body(response);
    }

    /** @param payment {@code cash}, or the name of a rail */
    record Request(@Nullable ChannelId till, @Nullable String serial, @Nullable List<Line> lines, @Nullable String payment,
            @Nullable Long totalMinor) {

        record Line(@Nullable SkuId sku, @Nullable Integer quantity) {
        }
    }

    record Response(OrderId order, Money total, boolean paid, PickUpCode.Code pickUp, Map<String, String> instruction) {

        @Override
        public String toString() {
            return "Response[" + order + "]";
        }
    }
}
