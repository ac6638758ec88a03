package io.wanqu.connectors.xianyu;

import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.kit.BuyingWorld;
import io.wanqu.connector.supply.Supplied.State;
import io.wanqu.connector.supply.SupplyRequest;
import io.wanqu.connectors.SimulatedWorld;
import io.wanqu.simulators.Answer;
import io.wanqu.simulators.SimulatorServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Xianyu as the kit sees it: a marketplace that keeps codes, and a buyer of ours. */
final class XianyuWorld extends SimulatedWorld implements BuyingWorld {

    private static final Map<Integer, State> STATES = Map.of(10, State.PROCESSING, 20, State.DONE, 30, State.FAILED);

    private final SimulatorServer desk = new SimulatorServer(0);

    XianyuWorld() {
        super(new XianyuConnector(), Map.of(
            Failure.LIMITED, new Fault(429, ""),
            Failure.ILL, new Fault(500, ""),
            Failure.UNKNOWN_CODE, new Fault(98765, "")));
        desk.start();
    }

    @Override
    public String category() {
        return "e11455b218c06e7ae10cfa39bf43dc0f";
    }

    @Override
    public int consigned() {
        return kinds().valueStream().mapToInt(kind -> kind.path("stock").asInt()).sum();
    }

    @Override
    public void sellConsigned() {
        kinds().forEach(kind -> stage().pull("/cards/bind",
            "{\"kindId\":%d,\"productId\":\"%s\"}".formatted(kind.path("kind_id").asLong(), productId())));
    }

    private JsonNode kinds() {
        return stage().look("/cards").path("kinds");
    }

    @Override
    public void buysAt(Function<SupplyRequest, Reply> supplier) {
        desk.mount("/supply", request -> {
            var reply = supplier.apply(new SupplyRequest(request.path(),
                new PushRequest(request.headers(), request.query(), request.body(), Instant.EPOCH)));
            return new Answer(reply.status(), reply.contentType(), Map.of(), reply.body());
        });
    }

    @Override
    public Heard buy(Wanted wanted) {
        return heard("/goofish/order/purchase/create", purchase(wanted), false);
    }

    @Override
    public Heard buyForged(Wanted wanted) {
        return heard("/goofish/order/purchase/create", purchase(wanted), true);
    }

    @Override
    public Heard lookUp(String number, Whose whose) {
        return heard("/goofish/order/detail", "{\"order_type\":2,\"%s\":\"%s\"}"
            .formatted(whose == Whose.OURS ? "out_order_no" : "order_no", number), false);
    }

    private static String purchase(Wanted wanted) {
        return "{\"order_no\":\"%s\",\"goods_no\":\"%s\",\"buy_quantity\":%d,\"max_amount\":%d}"
            .formatted(wanted.orderNumber(), wanted.goodsNumber(), wanted.quantity(), wanted.mostMinor());
    }

    private Heard heard(String path, String body, boolean forged) {
        var answer = stage().pull("/supplier", """
            {"appKey":"%s","url":"%s/supply","path":"%s","body":%s%s}"""
            .formatted(appKey(), desk.address(), path, body, forged ? ",\"forged\":true" : ""));
        var envelope = Objects.requireNonNull(Json.read(answer.path("body").asString("")));
        if (envelope.path("code").asInt(-1) != 0) {
            return Heard.NOTHING;
        }
        var data = envelope.path("data");
        var numbers = new ArrayList<String>();
        data.path("card_items").forEach(card -> numbers.add(card.path("card_no").asString("")));
        return new Heard(STATES.get(data.path("order_status").asInt(0)), data.path("order_no").asString(""),
            data.path("out_order_no").asString(""), data.path("order_amount").asLong(0), numbers);
    }

    @Override
    public void close() {
        desk.close();
        super.close();
    }
}
