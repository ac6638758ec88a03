package io.wanqu.connectors.xianyu;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the buying platform what came of an order, or that goods changed. */
final class Callbacks {

    private static final String BASE = "/api/open/callback/virtual/";

    private final Gateway gateway;

    Callbacks(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The address is the platform's own with a token at its end; only the token is taken, for no call goes elsewhere. */
    Outcome order(Supplied supplied, String noticeTo) {
        return gateway.callBack(BASE + "order/notify/" + token(noticeTo), Supply.supplied(supplied)).outcome();
    }

    Outcome goods(Supplier.Goods goods, String token, Instant changedAt) {
        var notice = new LinkedHashMap<>(Supply.goods(goods));
        notice.put("change_time", changedAt.getEpochSecond());
        return gateway.callBack(BASE + "goods/notify/" + token(token), Map.of("list", List.of(notice))).outcome();
    }

    private static String token(String address) {
        return address.substring(address.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9_-]", "");
    }
}
