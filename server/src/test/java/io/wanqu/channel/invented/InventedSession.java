package io.wanqu.channel.invented;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushNotice;
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

import org.jspecify.annotations.Nullable;

/** Speaks with an invented world by plain method calls. */
final class InventedSession implements ChannelSession {

    private final InventedWorld world;
    private final ChannelAccount account;

    InventedSession(InventedWorld world, ChannelAccount account) {
        this.world = world;
        this.account = account;
        world.more = account.app().more();
    }

    @Override
    public OrderPage ordersChanged(ChangeWindow window, @Nullable String cursor) {
        world.asked();
        if (!world.goodKey.isEmpty() && !world.goodKey.equals(account.app().secret().reveal())) {
            throw ConnectorException.refused("bad-sign", "the signature does not fit");
        }
        return new OrderPage(world.orders.values().stream()
                .filter(order -> !order.times().updatedAt().isBefore(window.from()) && !order.times().updatedAt().isAfter(window.until()))
                .toList(), null);
    }

    @Override
    public Optional<ChannelOrder> order(String externalOrderId) {
        world.asked();
        return Optional.ofNullable(world.orders.get(externalOrderId));
    }

    @Override
    public PushAnswer receive(PushRequest request) {
        var echo = request.query().get("echo");
        if (echo != null) {
            return new PushAnswer.Accepted(List.of(), new PushAnswer.Reply(200, "text/plain", echo));
        }
        var words = request.text().split(" ");
        return new PushAnswer.Accepted(List.of(new PushNotice(words[0], "order", words[1], words.length > 2 ? words[2] : null, "")),
                new PushAnswer.Reply(200, "text/plain", "ok"));
    }

    @Override
    public List<PushNotice> take(Duration wait) {
        world.takes.incrementAndGet();
        if (world.breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw ConnectorException.unreachable("the connection broke", null);
        }
        var next = world.mail.peek();
        if (next == null) {
            LockSupport.parkNanos(Math.min(wait.toNanos(), 50_000_000));
        }
        return next == null ? List.of() : List.of(next);
    }

    @Override
    public void acknowledge(List<PushNotice> stored) {
        world.mail.removeAll(stored);
        world.acknowledged.addAll(stored);
    }

    @Override
    public Optional<PushAnswer.Reply> serve(SupplyRequest request, Supplier supplier) {
        var query = request.request().query();
        var answer = switch (request.path()) {
            case "/goods" -> supplier.goods(query.get("keyword"), 1, 10).goods().stream()
                    .map(goods -> goods.number() + ":" + goods.priceMinor() + ":" + goods.stock()).collect(Collectors.joining(","));
            case "/balance" -> Long.toString(supplier.balanceMinor());
            case "/watch" -> {
                supplier.watch(query.get("goods"), query.get("token"), true);
                yield "ok";
            }
            case "/find" -> supplier.find(query.get("number")).map(InventedSession::told).orElse("none");
            case "/order" -> told(supplier.order(new Supplier.Purchase(query.get("number"), query.get("goods"),
                    Integer.parseInt(query.get("quantity")), Long.parseLong(query.get("most")), null)));
            default -> "";
        };
        return answer.isEmpty() ? Optional.empty() : Optional.of(new PushAnswer.Reply(200, "text/plain", answer));
    }

    private static String told(Supplied supplied) {
        return supplied.state() + " " + supplied.amountMinor() + " " + supplied.reason() + " "
                + supplied.codes().stream().map(Delivery.Code::number).collect(Collectors.joining(","));
    }

    @Override
    public DeliveryOutcome deliver(Delivery delivery) {
        world.asked();
        world.deliveries.add(delivery.externalOrderId());
        return world.codes.putIfAbsent(delivery.externalLineId(), delivery.codes()) == null
                ? new DeliveryOutcome.Delivered() : new DeliveryOutcome.AlreadyDelivered();
    }

    @Override
    public Outcome cannotSupply(String externalOrderId, String externalLineId) {
        world.asked();
        return new Outcome.Done();
    }

    @Override
    public List<Delivery.Code> codes(String externalOrderId, String externalLineId) {
        world.asked();
        return world.codes.getOrDefault(externalLineId, List.of());
    }

    @Override
    public Outcome consign(Consignment batch) {
        world.asked();
        world.depot.putIfAbsent(batch.batch(), batch.codes());
        return new Outcome.Done();
    }

    @Override
    public Outcome setStock(StockUpdate update) {
        throw new IllegalStateException("all are told in batches");
    }

    @Override
    public List<Outcome> setStocks(List<StockUpdate> updates) {
        world.asked();
        world.stockCalls.incrementAndGet();
        LockSupport.parkNanos(world.stockLatencyMillis.get() * 1_000_000);
        updates.forEach(update -> world.stock.put(update.externalProductId(), update.quantity()));
        return updates.stream().<Outcome>map(update -> new Outcome.Done()).toList();
    }

    @Override
    public Outcome setPrice(PriceUpdate update) {
        world.asked();
        world.prices.put(update.externalProductId(), update.priceMinor());
        return new Outcome.Done();
    }

    @Override
    public PublishOutcome publish(ListingDraft draft, @Nullable String externalProductId) {
        world.asked();
        world.publishes.incrementAndGet();
        if (!world.rejects.isEmpty()) {
            return PublishOutcome.rejected("E-17", world.rejects);
        }
        var id = "there-" + draft.outerProductCode();
        var skus = draft.skus().stream()
                .map(sku -> new Listing.Sku("s-" + sku.outerSkuCode(), sku.outerSkuCode(), sku.name(), sku.priceMinor(), sku.stock())).toList();
        world.offers.put(id, new Listing(id, draft.outerProductCode(), draft.title(), Listing.State.ON_SALE, "on", List.of(), skus));
        if (world.lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw ConnectorException.unreachable("the answer was lost", null);
        }
        return new PublishOutcome.Published(id, skus.stream().collect(Collectors.toMap(Listing.Sku::outerSkuCode, Listing.Sku::externalSkuId)),
                Listing.State.ON_SALE);
    }

    @Override
    public Outcome show(String externalProductId, boolean onSale) {
        world.asked();
        world.offers.computeIfPresent(externalProductId, (id, it) -> new Listing(id, it.outerProductCode(), it.title(),
                onSale ? Listing.State.ON_SALE : Listing.State.OFF_SALE, onSale ? "on" : "off", List.of(), it.skus()));
        return new Outcome.Done();
    }

    @Override
    public Optional<Listing> listing(String externalProductId) {
        world.asked();
        return Optional.ofNullable(world.offers.get(externalProductId));
    }

    @Override
    public ListingPage listings(@Nullable String cursor) {
        world.asked();
        return new ListingPage(world.stock.entrySet().stream()
                .map(it -> new Listing(it.getKey(), null, "a game", Listing.State.ON_SALE, "on", List.of(),
                        List.of(new Listing.Sku("", null, "", 990, it.getValue()))))
                .toList(), null);
    }
}
