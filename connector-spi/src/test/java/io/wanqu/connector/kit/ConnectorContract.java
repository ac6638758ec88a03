package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Secret;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the parts of the contract share: a world, a shop's session in it, and a few habits of a host. */
public abstract class ConnectorContract {

    protected ChannelWorld world;
    protected ChannelSession session;
    private HostTokens tokens;

    /** A fresh world for one test. */
    protected abstract ChannelWorld newWorld();

    @BeforeEach
    void open_a_session() {
        world = newWorld();
        tokens = new HostTokens(world.granted());
        session = anotherNode();
    }

    @AfterEach
    void close_the_world() {
        session.close();
        world.close();
    }

    /** A session of the same shop on another node: other objects, the same tokens. */
    final ChannelSession anotherNode() {
        return world.connector().open(world.account(tokens, Clock.systemUTC()));
    }

    final Capabilities capabilities() {
        return world.connector().capabilities();
    }

    /** Any call that reads. */
    final void probe() {
        if (capabilities().polling().lists()) {
            session.ordersChanged(lastHour(), null);
        } else {
            session.order("6917586388057999999");
        }
    }

    final Placed paidOrder(int quantity) {
        return world.place(Wish.paid(1, quantity)).getFirst();
    }

    final ChannelOrder read(Placed placed) {
        return session.order(placed.orderId()).orElseThrow();
    }

    final ChangeWindow lastHour() {
        var now = world.now();
        return ChangeWindow.updated(now.minus(Duration.ofHours(1)), now);
    }

    final List<ChannelOrder> readAll(ChangeWindow window) {
        return readFrom(window, session.ordersChanged(window, null));
    }

    final List<ChannelOrder> readFrom(ChangeWindow window, OrderPage first) {
        var all = new ArrayList<>(first.orders());
        var page = first;
        while (page.next() != null) {
            page = session.ordersChanged(window, page.next());
            all.addAll(page.orders());
        }
        return all;
    }

    final List<AfterSale> readAfterSales() {
        var window = lastHour();
        var page = session.afterSalesChanged(window, null);
        var all = new ArrayList<>(page.changes());
        while (page.next() != null) {
            page = session.afterSalesChanged(window, page.next());
            all.addAll(page.changes());
        }
        return all;
    }

    final Delivery delivery(Placed placed, String... numbers) {
        var codes = IntStream.range(0, numbers.length)
            .mapToObj(at -> new Delivery.Code(numbers[at], Secret.of("secret-" + numbers[at]), placed.lineId() + "-" + at))
            .toList();
        return new Delivery(placed.orderId(), placed.lineId(), placed.skuId(), codes, world.now().minusSeconds(1));
    }

    /** Runs the same thing many times at the same moment. */
    static <T> List<T> together(int times, Callable<T> task) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = IntStream.range(0, times).mapToObj(_ -> threads.submit(task)).toList();
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            assertThat(results).hasSize(times);
            return results;
        }
    }
}
