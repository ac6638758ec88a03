package io.wanqu.channel;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.testing.Market.Stall;

/** A stall that also sells on a marketplace: both ends of one channel. */
public record Fair(Marketplace marketplace, Stall stall, ChannelKey key, There there) {

    /** What the marketplace calls everything. */
    public record There(String app, String shop, String product, String sku) {
    }

    List<Sale> buy(int count, int quantity, boolean paid) {
        var answer = marketplace.pull("/order", "{\"sku\":\"%s\",\"quantity\":%d,\"count\":%d,\"paid\":%b,\"ignoreStock\":true}"
                .formatted(there.sku, quantity, count, paid));
        var sales = new ArrayList<Sale>();
        answer.path("orders").forEach(order ->
                sales.add(new Sale(order.path("orderId").asString(), order.path("lineIds").path(0).asString())));
        return sales;
    }

    Sale buyOne() {
        return buy(1, 1, true).getFirst();
    }

    void refund(Sale sale, String step) {
        marketplace.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"%s\"}".formatted(sale.line, step));
    }

    void pushes(String control, int count) {
        marketplace.pull("/push", "{\"appKey\":\"%s\",\"%s\":%d}".formatted(there.app, control, count));
    }

    void fault(String method, int times, String what) {
        marketplace.pull("/fault", "{\"times\":%d,\"method\":\"%s\",%s}".formatted(times, method, what));
    }

    public int refreshes() {
        return marketplace.look("/shop?shopId=" + there.shop).path("refreshes").asInt();
    }

    public void expireToken(boolean alsoRefresh) {
        marketplace.pull("/token/expire", "{\"shopId\":\"%s\",\"alsoRefresh\":%b}".formatted(there.shop, alsoRefresh));
    }

    /** An order there and its only line. */
    record Sale(String order, String line) {
    }
}
