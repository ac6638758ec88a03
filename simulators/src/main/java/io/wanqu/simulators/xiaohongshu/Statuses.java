package io.wanqu.simulators.xiaohongshu;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Order;

/** The platform's numbers for where things stand. */
final class Statuses {

    private static final int UNSHIPPED = 5;
    private static final int SHIPPED = 4;
    private static final int MONEY_IS_BACK = 2;
    private static final int MONEY_WAITS = 1;

    private Statuses() {
    }

    static int order(Order order) {
        var said = order.override();
        if (said != null) {
            return Integer.parseInt(said);
        }
        return switch (order.state()) {
            case UNPAID -> 1;
            case HELD -> 2;
            case PAID -> 4;
            case PART_SHIPPED -> 5;
            case SHIPPED -> 6;
            case COMPLETED -> 7;
            case CLOSED -> order.refunded() ? 8 : 9;
        };
    }

    static int line(Line line) {
        var sale = line.afterSale();
        if (sale == null) {
            return 1;
        }
        return switch (sale.step()) {
            case APPLIED -> 2;
            case AGREED -> 3;
            case REFUSED -> 4;
            case WITHDRAWN -> 7;
        };
    }

    static int afterSale(AfterSale sale) {
        return switch (sale.step()) {
            case APPLIED -> 1;
            case AGREED -> 4;
            case REFUSED -> 9;
            case WITHDRAWN -> 5;
        };
    }

    static int type(AfterSale sale) {
        return sale.line().shipped() ? SHIPPED : UNSHIPPED;
    }

    static int money(AfterSale sale) {
        return sale.step() == AfterSale.Step.AGREED ? MONEY_IS_BACK : MONEY_WAITS;
    }
}
