package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connector.supply.Consignment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop on Pinduoduo; each verb is done by the part that knows how. */
final class PinduoduoSession implements ChannelSession {

    private static final PushAnswer NO_CALLS = new PushAnswer.Refused("this channel keeps its messages for us to take",
        new PushAnswer.Reply(404, "text/plain", ""));

    private final Router router;
    private final Orders orders;
    private final AfterSales afterSales;
    private final Stock stock;
    private final Goods goods;
    private final Vouchers vouchers;
    private final Messages messages;

    PinduoduoSession(ChannelAccount account) {
        router = new Router(account);
        orders = new Orders(router);
        afterSales = new AfterSales(router);
        stock = new Stock(router);
        goods = new Goods(router);
        vouchers = new Vouchers(router, account.app());
        messages = new Messages(account, router);
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
        return NO_CALLS;
    }

    @Override
    public List<PushNotice> take(Duration wait) {
        return messages.take(wait);
    }

    @Override
    public void acknowledge(List<PushNotice> stored) {
        messages.acknowledge(stored);
    }

    @Override
    public Outcome consign(Consignment batch) {
        return vouchers.load(batch);
    }

    @Override
    public List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        return orders.codes(externalOrderId);
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return stock.set(update);
    }

    @Override
    public Outcome setPrice(PriceUpdate update) {
        return goods.price(update);
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return goods.publish(draft, externalProductId);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return goods.show(externalProductId, onSale);
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return goods.find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return goods.page(cursor);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return afterSales.changed(window, cursor);
    }

    @Override
    public Tokens.Pair authorise(String code) {
        return router.create(code);
    }

    @Override
    public Tokens.Pair refresh(Tokens.Pair old) {
        return router.refresh(old);
    }

    @Override
    public void close() {
        messages.close();
    }
}
