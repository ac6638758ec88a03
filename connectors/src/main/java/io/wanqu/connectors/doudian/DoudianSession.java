package io.wanqu.connectors.doudian;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop on Doudian; each verb is done by the part that knows how. */
final class DoudianSession implements ChannelSession {

    private final Gateway gateway;
    private final Orders orders;
    private final AfterSales afterSales;
    private final Coupons coupons;
    private final Stock stock;
    private final Pushes pushes;

    DoudianSession(ChannelAccount account) {
        gateway = new Gateway(account);
        orders = new Orders(gateway);
        afterSales = new AfterSales(gateway);
        coupons = new Coupons(gateway);
        stock = new Stock(gateway);
        pushes = new Pushes(account.app());
    }

    @Override
    public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
        return orders.changed(window, cursor);
    }

    @Override
    public Optional<ChannelOrder> order(String externalOrderId) {
        return orders.find(externalOrderId);
    }

    @Override
    public PushAnswer receive(PushRequest request) {
        return pushes.receive(request);
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        return coupons.deliver(delivery);
    }

    @Override
    public Outcome cannotSupply(String externalOrderId, String externalLineId) {
        return coupons.giveUp(externalLineId);
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return stock.set(update);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return afterSales.changed(window, cursor);
    }

    @Override
    public Tokens.Pair authorise(String code) {
        return gateway.create(code);
    }

    @Override
    public Tokens.Pair refresh(Tokens.Pair old) {
        return gateway.refresh(old);
    }
}
