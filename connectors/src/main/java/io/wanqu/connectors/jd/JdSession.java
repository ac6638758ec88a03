package io.wanqu.connectors.jd;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.listing.ListingPage;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop on JD; each verb is done by the part that knows how. */
final class JdSession implements ChannelSession {

    private static final PushAnswer NO_PUSHES = new PushAnswer.Refused("this channel sends nothing to us",
        new PushAnswer.Reply(404, "text/plain", ""));

    private final JdClient client;
    private final Orders orders;
    private final AfterSales afterSales;
    private final Stock stock;
    private final Wares wares;

    JdSession(ChannelAccount account) {
        client = new JdClient(account);
        orders = new Orders(client);
        afterSales = new AfterSales(client);
        stock = new Stock(client);
        wares = new Wares(client);
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
        return NO_PUSHES;
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        return stock.set(update);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        return client.done(Call.WARE_UP_OR_DOWN,
            Map.of("wareId", externalProductId, "opType", onSale ? Facts.UP : Facts.DOWN));
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        return wares.find(externalProductId);
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        return wares.page(cursor);
    }

    @Override
    public AfterSale.Page afterSalesChanged(ChangeWindow window, @Nullable String cursor) {
        return afterSales.changed(window, cursor);
    }

    @Override
    public Tokens.Pair authorise(String code) {
        return client.authorise(code);
    }

    @Override
    public Tokens.Pair refresh(Tokens.Pair old) {
        return client.refresh(old);
    }
}
