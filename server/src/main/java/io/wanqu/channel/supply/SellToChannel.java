package io.wanqu.channel.supply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Codes;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.queue.Wake;
import io.wanqu.channel.supply.SupplyOrders.Row;
import io.wanqu.connector.supply.Supplied;
import io.wanqu.connector.supply.Supplier.Purchase;
import io.wanqu.kernel.GroupCommit;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.vault.Reveal;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sells to channels that buy from us. What arrives at the same moment is one transaction; a number is sold once, and its
 * first outcome is answered ever after. Stock that is there is issued in that transaction, so the answer holds the codes.
 */
@Component
class SellToChannel implements DisposableBean {

    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int LANES = 2;
    private static final int BATCH_MAX = 200;

    private final SettleBids settleBids;
    private final SupplyOrders supplied;
    private final ChannelOrderQueries orders;
    private final Reveal reveal;
    private final Wake wake;
    private final GroupCommit<Bid, Boolean> group;

    SellToChannel(SettleBids settleBids, SupplyOrders supplied, ChannelOrderQueries orders, Reveal reveal, Wake wake) {
        this.settleBids = settleBids;
        this.supplied = supplied;
        this.orders = orders;
        this.reveal = reveal;
        this.wake = wake;
        this.group = new GroupCommit<>("channel-supply", LANES, BATCH_MAX, settleBids::settle);
    }

    /** Waits for the codes a moment; when they are not there by then, they are told to the channel later. */
    Supplied sell(OpenChannel channel, Purchase purchase) {
        var now = settleBids.now();
        var known = find(channel, purchase.orderNumber());
        if (known.isPresent()) {
            return known.get();
        }
        var done = CompletableFuture.runAsync(() -> group.submit(new Bid(channel.key(), purchase, now)),
                task -> Thread.ofVirtual().name("channel-supply").start(task));
        try {
            done.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return processing(purchase, now);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return processing(purchase, now);
        }
        wake.now();
        return find(channel, purchase.orderNumber()).orElseGet(() -> processing(purchase, now));
    }

    private static Supplied processing(Purchase purchase, Instant at) {
        return new Supplied(purchase.orderNumber(), "", Supplied.State.PROCESSING, 0, new Supplied.Times(at, null), List.of(), "");
    }

    /** By the channel's number or by ours. */
    Optional<Supplied> find(OpenChannel channel, String number) {
        var key = channel.key();
        var row = supplied.find(key, List.of(number)).get(number);
        if (row == null) {
            return orders.external(key.shop(), key.channel(), number)
                    .flatMap(external -> Optional.ofNullable(supplied.find(key, List.of(external)).get(external)))
                    .map(found -> outcome(channel, found));
        }
        return Optional.of(outcome(channel, row));
    }

    private Supplied outcome(OpenChannel channel, Row row) {
        var key = channel.key();
        if (row.state().equals(Row.FAILED)) {
            return new Supplied(row.number(), "", Supplied.State.FAILED, row.amountMinor(), new Supplied.Times(row.at(), row.at()),
                    List.of(), row.reason());
        }
        var order = orders.orders(key.shop(), key.channel(), List.of(row.number())).stream().findFirst();
        if (order.isEmpty()) {
            throw new IllegalStateException("order " + row.number() + " was sold and is not there");
        }
        var state = order.get().state();
        var ours = order.get().order();
        return switch (state) {
            case DELIVERED, CONFIRMED -> {
                var codes = reveal.toChannel(key.shop(), ours.value(), 1, channel.channel().name()).stream().map(Codes::of).toList();
                supplied.answered(key, row.number());
                yield new Supplied(row.number(), ours.text(), Supplied.State.DONE, row.amountMinor(),
                        new Supplied.Times(row.at(), order.get().paidAt()), codes, "");
            }
            case REFUNDING, REFUNDED, CANCELED, EXPIRED -> new Supplied(row.number(), ours.text(), Supplied.State.FAILED, row.amountMinor(),
                    new Supplied.Times(row.at(), null), List.of(), "returned");
            case PLACED, PAID, REVIEW, PAID_LATE, SHORT, PARTIAL, DISPUTED, REPLACED -> new Supplied(row.number(), ours.text(),
                    Supplied.State.PROCESSING, row.amountMinor(), new Supplied.Times(row.at(), null), List.of(), "");
        };
    }

    @Override
    public void destroy() {
        group.close();
    }

    /** A purchase of one channel. */
    record Bid(ChannelKey key, Purchase purchase, Instant at) {
    }
}
