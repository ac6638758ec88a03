package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One Xiaohongshu shop; each verb has its own class, this one only hands over. */
final class XiaohongshuSession implements ChannelSession {

    private final Gateway gateway;
    private final Orders orders;
    private final AfterSales afterSales;
    private final Stock stock;
    private final Items items;
    private final Pushes pushes;

    XiaohongshuSession(ChannelAccount account) {
        gateway = new Gateway(account);
        orders = new Orders(gateway);
        afterSales = new AfterSales(gateway);
        stock = new Stock(gateway);
        items = new Items(gateway);
        pushes = new Pushes(account);
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
    public List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        return orders.cards(externalOrderId, externalLineId);
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return stock.set(update);
    }

    @Override
    public Outcome setPrice(PriceUpdate update) {
        return items.price(update);
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return items.publish(draft, externalProductId);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return items.show(externalProductId, onSale);
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return items.find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return items.all(cursor);
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
