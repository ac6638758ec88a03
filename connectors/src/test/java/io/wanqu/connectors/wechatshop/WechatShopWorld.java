package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.SimulatedWorld;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The WeChat shop as the kit sees it: SKUs serve as lines. */
final class WechatShopWorld extends SimulatedWorld {

    WechatShopWorld() {
        super(new WechatShopConnector(), Map.of(
            Failure.LIMITED, new Fault(45011, ""),
            Failure.ILL, new Fault(-1, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
    }

    @Override
    protected ChannelAccount.App credentials(JsonNode registered) {
        var extra = registered.path("extra");
        return new ChannelAccount.App(registered.path("appKey").asString(), Secret.of(registered.path("appSecret").asString()),
            Map.of("token", Secret.of(extra.path("token").asString()),
                "encodingAesKey", Secret.of(extra.path("encodingAesKey").asString())));
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

    /** A write is preceded by a look here, and only a lost answer of the write is worth a test. */
    @Override
    public void fail(Failure how, int times) {
        if (how != Failure.CUT_AFTER_APPLYING) {
            super.fail(how, times);
            return;
        }
        for (var path : List.of("order/delivery/send", "product/stock/update", "product/add")) {
            stage().pull("/fault", "{\"times\":%d,\"after\":true,\"code\":0,\"method\":\"/channels/ec/%s\"}".formatted(times, path));
        }
    }
}
