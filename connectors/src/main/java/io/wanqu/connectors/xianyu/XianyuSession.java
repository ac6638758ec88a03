package io.wanqu.connectors.xianyu;

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
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingDraft;
import io.wanqu.connector.listing.ListingPage;
import io.wanqu.connector.listing.PriceUpdate;
import io.wanqu.connector.listing.PublishOutcome;
import io.wanqu.connector.supply.Consignment;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.connector.supply.SupplyRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop on Xianyu; each verb is done by the part that knows how. */
final class XianyuSession implements ChannelSession {

    private final Gateway gateway;

    XianyuSession(ChannelAccount account) {
        gateway = new Gateway(account);
    }

    @Override
    public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
        return new Orders(gateway).changed(window, cursor);
    }

    @Override
    public Optional<ChannelOrder> order(String externalOrderId) {
        return new Orders(gateway).find(externalOrderId);
    }

    @Override
    public PushAnswer receive(PushRequest request) {
        return new Pushes(gateway.app()).receive(request);
    }

    @Override
    public Optional<PushAnswer.Reply> serve(SupplyRequest request, Supplier supplier) {
        return new Supply(gateway.app()).serve(request, supplier, gateway.now());
    }

    @Override
    public Outcome tell(Supplied purchase, String noticeTo) {
        return new Callbacks(gateway).order(purchase, noticeTo);
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        return new Orders(gateway).ship(delivery);
    }

    @Override
    public List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        return new Orders(gateway).codes(externalOrderId);
    }

    @Override
    public Outcome consign(Consignment batch) {
        return new CardStore(gateway).load(batch);
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
        return new Stock(gateway).price(update);
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        return new Products(gateway).publish(draft, externalProductId);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return new Products(gateway).show(externalProductId, onSale);
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return new Products(gateway).find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return new Products(gateway).all(cursor);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return new Orders(gateway).refunds(window, cursor);
    }
}
