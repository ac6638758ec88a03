package io.wanqu.connectors.wechatshop;

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
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WeChat shop; each verb has its own class, this one only hands over. */
final class WechatShopSession implements ChannelSession {

    private final Gateway gateway;
    private final Orders orders;
    private final AfterSales afterSales;
    private final Shipping shipping;
    private final Stock stock;
    private final Products products;
    private final Pushes pushes;

    WechatShopSession(ChannelAccount account) {
        gateway = new Gateway(account);
        orders = new Orders(gateway);
        afterSales = new AfterSales(gateway);
        shipping = new Shipping(gateway, orders);
        stock = new Stock(gateway);
        products = new Products(gateway);
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
        return shipping.deliver(delivery);
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return stock.set(update);
    }

    @Override
    public Outcome setPrice(PriceUpdate update) {
        return products.price(update);
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return products.publish(draft, externalProductId);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return products.show(externalProductId, onSale);
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return products.find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return products.all(cursor);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return afterSales.changed(window, cursor);
    }

    @Override
    public Tokens.Pair refresh(Tokens.Pair old) {
        return gateway.refresh(old);
    }
}
