package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Tokens;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shop of one marketplace behind the gateway; each verb is done by the part that knows how. */
final class AgisoSession implements ChannelSession {

    private final Gateway gateway;
    private final Orders orders;
    private final Deliveries deliveries;
    private final Pushes pushes;

    AgisoSession(ChannelAccount account) {
        gateway = new Gateway(account);
        orders = new Orders(gateway);
        deliveries = new Deliveries(gateway, orders);
        pushes = new Pushes(account.app(), gateway.service());
    }

    @Override
    public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
        return new OrderPage(List.of(), null);
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
        return deliveries.deliver(delivery);
    }

    @Override
    public List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        return deliveries.sent(externalOrderId);
    }

    @Override
    public Tokens.Pair authorise(String code) {
        return gateway.create(code);
    }
}
