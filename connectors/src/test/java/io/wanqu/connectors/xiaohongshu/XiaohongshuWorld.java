package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Xiaohongshu as the kit sees it: SKUs serve as lines, and pushes prove their address at most. */
final class XiaohongshuWorld extends SimulatedWorld {

    XiaohongshuWorld() {
        super(new XiaohongshuConnector(), Map.of(
            Failure.LIMITED, new Fault(-9021, ""),
            Failure.ILL, new Fault(-9001, ""),
            Failure.UNKNOWN_CODE, new Fault(-98765, "")));
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        return new ChannelAccount.App(registered.path("appKey").asString(), Secret.of(registered.path("appSecret").asString()),
            Map.of("pushPath", Secret.of(registered.path("extra").path("pushPath").asString())));
    }

    @Override
    public List<Placed> place(Wish wish) {
        return super.place(wish).stream().map(each -> new Placed(each.orderId(), each.skuId(), each.productId(), each.skuId()))
            .toList();
    }

    /** An order of one line goes by one number behind the stage. */
    private static Placed behind(Placed order) {
        return new Placed(order.orderId(), order.orderId(), order.productId(), order.skuId());
    }

    @Override
    public void refund(Placed order, RefundStep step) {
        super.refund(behind(order), step);
    }

    @Override
    public List<String> shownCodes(Placed order) {
        return super.shownCodes(behind(order));
    }

    @Override
    public boolean pushesProveTheirBody() {
        return false;
    }

    /** The same pair comes back until shortly before its end. */
    @Override
    public boolean refreshTokensAreSpent() {
        return false;
    }

    /** A new item is preceded by a look for the old one, and only a lost answer of the write is worth a test. */
    @Override
    public void fail(Failure how, int times) {
        if (how != Failure.CUT_AFTER_APPLYING) {
            super.fail(how, times);
            return;
        }
        for (var method : List.of("product.createItemAndSku", "inventory.syncSkuStockV2")) {
            stage().pull("/fault", "{\"times\":%d,\"after\":true,\"code\":0,\"method\":\"%s\"}".formatted(times, method));
        }
    }
}
