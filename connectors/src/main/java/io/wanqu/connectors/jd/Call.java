package io.wanqu.connectors.jd;

import org.jspecify.annotations.Nullable;

/** What can be asked, by the method of the older transport and the route of the newer one where that is known. */
enum Call {
    ORDERS("jingdong.pop.order.search", "/rest/sp-order/v0/orders"),
    ORDER("jingdong.pop.order.get", "/rest/sp-order/v0/orders/{orderId}"),
    /** Unverified: its parameters and its answer. */
    AFTER_SALES("jingdong.pop.afs.soa.refundapply.queryPageList", "/rest/sp-aftercare/v0/afs-orders"),
    STOCK_SET("jingdong.ware.stock.sku.set", null),
    WARES("jingdong.ware.read.searchWare4Valid", null),
    WARE("jingdong.ware.read.findWareById", null),
    /** Unverified: the name. */
    SKUS("jingdong.sku.read.searchSkuList", null),
    WARE_UP_OR_DOWN("jingdong.ware.write.upOrDown", null),
    LOC_CONSUME("jingdong.loc.code.consume", null);

    private final String method;
    private final @Nullable String route;

    Call(String method, @Nullable String route) {
        this.method = method;
        this.route = route;
    }

    /** The name by which a route knows a parameter of the older transport. */
    static String inRoutes(String name) {
        return name.equals("order_id") ? "orderId" : name;
    }

    String method() {
        return method;
    }

    @Nullable String route() {
        return route;
    }

    /** The member that holds the answer, without the ending that is spelt in two ways. */
    String root() {
        return method.replace('.', '_');
    }
}
