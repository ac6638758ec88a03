package io.wanqu.ordering.paying;

import java.util.stream.Collectors;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Require;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.payment.paying.PayAsk;
import io.wanqu.payment.paying.PaymentQueries;
import io.wanqu.payment.paying.PaymentView;
import io.wanqu.payment.paying.StartPayment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts the payment of an order that waits for its money. */
@Service
class PayOrder {

    private static final int DESCRIPTION_MAX = 100;

    private final OrderQueries orders;
    private final PaymentQueries payments;
    private final StartPayment startPayment;
    private final JudgePayment judge;

    PayOrder(OrderQueries orders, PaymentQueries payments, StartPayment startPayment, JudgePayment judge) {
        this.orders = orders;
        this.payments = payments;
        this.startPayment = startPayment;
        this.judge = judge;
    }

    PaymentView start(ShopId shop, OrderId number, Request request, JudgePayment.Seen seen) {
        var order = find(shop, number);
        var method = Require.text("/method", request.method, 1, 20);
        var rail = request.rail == null ? null : Require.text("/rail", request.rail, 1, 40);
        var payerId = request.payerId == null ? null : Require.text("/payerId", request.payerId, 1, 200);
        var returnUrl = Require.page("/returnUrl", request.returnUrl);
        if (order.state().equals(OrderState.PLACED.text()) && order.deadline() != null && order.total().minor() > 0) {
            judge.judge(order, shop, payerId, seen);
            return judge.counting(shop, number, () -> startPayment.start(new PayAsk(shop, order.channel(), number.value(), order.total(), description(order), order.deadline(),
                    method, rail, new PayAsk.Payer(seen.address(), payerId, returnUrl))));
        }
        return payments.of(shop, number.value()).filter(payment -> payment.state().equals("succeeded"))
                .orElseThrow(() -> new OrderingProblem.WrongState(OrderState.of(order.state()), OrderState.PLACED.text()));
    }

    PaymentView get(ShopId shop, OrderId number) {
        return payments.of(shop, number.value()).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    OrderView find(ShopId shop, OrderId number) {
        return orders.find(shop, number).orElseThrow(OrderingProblem.NoSuchOrder::new);
    }

    private static String description(OrderView order) {
        var names = order.lines().stream().map(line -> line.name() + " × " + line.quantity()).collect(Collectors.joining(", "));
        return names.codePointCount(0, names.length()) <= DESCRIPTION_MAX ? names
                : names.substring(0, names.offsetByCodePoints(0, DESCRIPTION_MAX));
    }

    /**
     * How somebody wants to pay.
     *
     * @param rail    null leaves the choice to what the channel allows
     * @param payerId how the provider knows him, for example an openid
     */
    record Request(@Nullable String method, @Nullable String rail, @Nullable String returnUrl, @Nullable String payerId) {

        @Override
        public String toString() {
            return "Request[" + method + ", " + rail + "]";
        }
    }
}
