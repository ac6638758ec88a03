package io.wanqu.channel.invented;

import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.Secret;
import io.wanqu.connector.listing.Listing;

/** One shop of an invented channel, as the channel sees it; all of it can be changed by a test while it is used. */
public final class InventedWorld {

    private static final Map<String, InventedWorld> WORLDS = new ConcurrentHashMap<>();

    public final Map<String, Long> stock = new ConcurrentHashMap<>();
    public final Map<String, ChannelOrder> orders = new ConcurrentSkipListMap<>();
    public final Map<String, List<Delivery.Code>> codes = new ConcurrentHashMap<>();
    public final Map<String, List<Delivery.Code>> depot = new ConcurrentHashMap<>();
    public final List<String> deliveries = new CopyOnWriteArrayList<>();
    public final Deque<PushNotice> mail = new ConcurrentLinkedDeque<>();
    public final List<PushNotice> acknowledged = new CopyOnWriteArrayList<>();
    public final Map<String, Long> prices = new ConcurrentHashMap<>();
    public final Map<String, Long> watched = new ConcurrentHashMap<>();
    public final Map<String, Listing> offers = new ConcurrentSkipListMap<>();
    public final AtomicInteger publishes = new AtomicInteger();
    public final AtomicInteger lostAnswers = new AtomicInteger();
    public final AtomicInteger stockCalls = new AtomicInteger();
    public final AtomicInteger calls = new AtomicInteger();
    public final AtomicInteger takes = new AtomicInteger();
    public final AtomicInteger breaks = new AtomicInteger();
    public final AtomicLong stockLatencyMillis = new AtomicLong();
    public volatile boolean down;
    public volatile String goodKey = "";
    /** What it says of every offer that it refuses; it takes them while this is empty. */
    public volatile String rejects = "";
    public volatile Map<String, Secret> more = Map.of();

    private InventedWorld() {
    }

    public static InventedWorld at(String shop) {
        return WORLDS.computeIfAbsent(shop, name -> new InventedWorld());
    }

    /** Somebody bought; the channel keeps the order in this state. */
    public ChannelOrder sell(Sale sale, OrderStatus status) {
        var at = sale.at;
        var order = new ChannelOrder(sale.order, status, status.name(),
                List.of(new ChannelOrder.Line(sale.order + "-1", new ChannelOrder.Item(sale.product, "", null), sale.quantity, sale.amountMinor,
                        Refund.NONE)),
                new ChannelOrder.Total(sale.amountMinor, "CNY"), null, new ChannelOrder.Times(at, at, at));
        orders.put(sale.order, order);
        return order;
    }

    void asked() {
        calls.incrementAndGet();
        if (down) {
            throw ConnectorException.unreachable("it is down", null);
        }
    }

    /** Who bought what. */
    public record Sale(String order, String product, int quantity, long amountMinor, Instant at) {
    }
}
