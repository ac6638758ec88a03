package io.wanqu.ordering.viewing;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lets a buyer without an account at his order: by its number and password, or by its signed link. A wrong password and an
 * order that is not there get the same answer after the same work, and both count against the order and the address.
 */
@Service
class OpenOrder {

    private static final int TRIES_PER_ORDER = 5;
    /** Many buyers share an address; those whose look is still under way count as tries. */
    private static final int TRIES_PER_ADDRESS = 100;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final OrderQueries orders;
    private final OrderSecrets secrets;
    private final Limiter byOrder;
    private final Limiter byAddress;

    OpenOrder(OrderQueries orders, OrderSecrets secrets, Clock clock) {
        this.orders = orders;
        this.secrets = secrets;
        this.byOrder = new Limiter(TRIES_PER_ORDER, PERIOD, clock);
        this.byAddress = new Limiter(TRIES_PER_ADDRESS, PERIOD, clock);
    }

    /**
     * The link opens whatever others have tried: whoever hammers at a password must not lock its owner out of his codes.
     * A try is taken before the look and given back after a right one, so that many tries at once are not
     * better than one by one.
     */
    void check(ShopId shop, OrderId order, @Nullable String password, @Nullable String token, String address) {
        if (secrets.isLink(shop, order, token)) {
            return;
        }
        refuseWhenTiresome(byAddress.take(address));
        refuseWhenTiresome(byOrder.take(order.text()));
        if (!secrets.isPassword(shop, order, orders.passwordHash(shop, order), password)) {
            throw new OrderingProblem.NoSuchOrder();
        }
        byAddress.giveBack(address);
        byOrder.giveBack(order.text());
    }

    private static void refuseWhenTiresome(Limiter.Outcome outcome) {
        if (!outcome.allowed()) {
            throw new OrderingProblem.TooManyLookups(outcome.retryAfterSeconds());
        }
    }
}
