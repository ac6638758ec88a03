package io.wanqu.ordering.viewing;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.kernel.http.Presented;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderSecrets;
import io.wanqu.ordering.row.SignedInOrders;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Lets a buyer without an account at his order: by its number and password, or by its signed link. A wrong password and an
 * order that is not there get the same answer after the same work, and both count against the order and the address.
 */
@Service
public class OpenOrder {

    private static final int TRIES_PER_ORDER = 5;
    /** Many buyers share an address; those whose look is still under way count as tries. */
    private static final int TRIES_PER_ADDRESS = 100;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Shops shops;
    private final OrderQueries orders;
    private final OrderSecrets secrets;
    private final SignedInOrders signedIn;
    private final ClientAddress addresses;
    private final Limiter byOrder;
    private final Limiter byAddress;

    OpenOrder(Shops shops, OrderQueries orders, OrderSecrets secrets, SignedInOrders signedIn, ClientAddress addresses, Clock clock) {
        this.shops = shops;
        this.orders = orders;
        this.addresses = addresses;
        this.secrets = secrets;
        this.signedIn = signedIn;
        this.byOrder = new Limiter(TRIES_PER_ORDER, PERIOD, clock);
        this.byAddress = new Limiter(TRIES_PER_ADDRESS, PERIOD, clock);
    }

    /**
     * The shop of an order that the request may open: by the password, by the link's token in a header or in the address, or
     * by the session of whoever placed it.
     */
    public Shop opened(String slug, OrderId order, HttpServletRequest http) {
        var shop = shops.bySlug(slug);
        var header = http.getHeader("Order-Token");
        var buyer = Presented.by(http).buyer();
        if (buyer != null && signedIn.isOf(shop.id(), order, buyer.account())) {
            return shop;
        }
        check(shop.id(), order, http.getHeader("Order-Password"), header != null ? header : http.getParameter("token"), addresses.of(http));
        return shop;
    }

    /**
     * The link opens whatever others have tried: whoever hammers at a password must not lock its owner out of his codes.
     * A try is taken before the look and given back after a right one, so that many tries at once are not
     * better than one by one.
     */
    private void check(ShopId shop, OrderId order, @Nullable String password, @Nullable String token, String address) {
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
