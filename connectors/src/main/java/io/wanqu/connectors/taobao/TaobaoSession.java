package io.wanqu.connectors.taobao;

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
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.SupplyRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop on Taobao or Tmall; each verb is done by the part that knows how. */
final class TaobaoSession implements ChannelSession {

    private static final PushAnswer NOTHING_EXPECTED = new PushAnswer.Refused("messages are fetched from this platform",
        new PushAnswer.Reply(403, "text/plain", ""));

    private final Gateway gateway;
    private final Trades trades;

    TaobaoSession(ChannelAccount account) {
        gateway = new Gateway(account);
        trades = new Trades(gateway);
    }

    @Override
    public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
        return trades.changed(window, cursor);
    }

    @Override
    public Optional<ChannelOrder> order(String externalOrderId) {
        return trades.find(externalOrderId);
    }

    @Override
    public PushAnswer receive(PushRequest request) {
        return NOTHING_EXPECTED;
    }

    @Override
    public List<PushNotice> take(Duration wait) {
        return new Messages(gateway).take(wait);
    }

    @Override
    public void acknowledge(List<PushNotice> stored) {
        new Messages(gateway).acknowledge(stored);
    }

    @Override
    public Optional<PushAnswer.Reply> serve(SupplyRequest request, Supplier supplier) {
        return new Tickets(gateway).serve(request, supplier);
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        return new Shipping(gateway, trades).ship(delivery);
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return new Stock(gateway).set(update);
    }

    @Override
    public List<Outcome> setStocks(List<StockUpdate> updates) {
        return new Stock(gateway).set(updates);
    }

    @Override
    public Outcome setPrice(PriceUpdate update) {
        return new Items(gateway).price(update);
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return new Items(gateway).publish(draft, externalProductId);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return new Items(gateway).show(externalProductId, onSale);
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return new Items(gateway).find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return new Items(gateway).all(cursor);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return new AfterSales(gateway).changed(window, cursor);
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
