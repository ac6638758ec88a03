package io.wanqu.ordering.viewing;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderingProblem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells the desks of shops which orders came in and which changed. All desks of a node share one look at the newest orders
 * of their shops each second, whatever their number; without desks there is none.
 */
@Component
class WatchOrders {

    private static final Logger log = LoggerFactory.getLogger(WatchOrders.class);
    private static final int DESKS_MAX = 2_000;
    private static final int NEWEST = 60;
    private static final long LOOK_MILLIS = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OrderQueries orders;
    private final Map<SseEmitter, ShopId> desks = new ConcurrentHashMap<>();
    /** What each watched shop's newest orders looked like at the last look. */
    private final Map<ShopId, Map<Long, String>> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch-orders").factory());

    WatchOrders(OrderQueries orders) {
        this.orders = orders;
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Each order as it came or changed since; ends after ten minutes, when the desk asks anew. */
    SseEmitter watch(ShopId shop) {
        if (desks.size() >= DESKS_MAX) {
            throw new OrderingProblem.TooManyWatchers();
        }
        var desk = new SseEmitter(LONGEST.toMillis());
        desk.onCompletion(() -> desks.remove(desk));
        desk.onTimeout(desk::complete);
        desks.put(desk, shop);
        // Whatever comes after the desk hears that it is listened for differs from this.
        seen.computeIfAbsent(shop, it -> standings(newest(Set.of(it)).getOrDefault(it, List.of())));
        tell(desk, SseEmitter.event().name("ready").data(""));
        return desk;
    }

    private void look() {
        try {
            seen.keySet().removeIf(shop -> !desks.containsValue(shop));
            var shops = Set.copyOf(seen.keySet());
            if (!shops.isEmpty()) {
                newest(shops).forEach(this::compare);
            }
        } catch (RuntimeException e) {
            log.warn("watching desks are told later: {}", e.toString());
        }
    }

    private void compare(ShopId shop, List<OrderView> newest) {
        var before = seen.put(shop, standings(newest));
        if (before == null) {
            return;
        }
        var changed = newest.stream().filter(it -> !standing(it).equals(before.get(it.number().value()))).toList();
        if (changed.isEmpty()) {
            return;
        }
        for (var order : orders.withLines(shop, changed).reversed()) {
            desks.forEach((desk, of) -> {
                if (of.equals(shop)) {
                    tell(desk, SseEmitter.event().name("order").id(order.number().toString()).data(order, MediaType.APPLICATION_JSON));
                }
            });
        }
    }

    private Map<ShopId, List<OrderView>> newest(Set<ShopId> shops) {
        return orders.newest(shops, NEWEST);
    }

    private static Map<Long, String> standings(List<OrderView> orders) {
        return orders.stream().collect(Collectors.toMap(it -> it.number().value(), WatchOrders::standing));
    }

    private static String standing(OrderView order) {
        return order.state() + " " + order.payment() + " " + order.fulfilment() + " " + order.settlement();
    }

    private void tell(SseEmitter desk, SseEmitter.SseEventBuilder event) {
        try {
            desk.send(event);
        } catch (IOException | IllegalStateException e) {
            desks.remove(desk);
        }
    }

    /** Before the server waits for requests that are not answered yet: these would keep it waiting. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        looks.shutdownNow();
        desks.keySet().forEach(SseEmitter::complete);
    }
}
