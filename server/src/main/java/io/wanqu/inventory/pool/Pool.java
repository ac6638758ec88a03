package io.wanqu.inventory.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.pool.Share.FromQuota;
import io.wanqu.kernel.ChannelId;

/**
 * The counters of one pool while its row is locked, and the rules by which channels share it. Every movement keeps
 * {@code available + held + consigned + sold + void = loaded}; the database checks it again.
 */
public final class Pool {

    public final PoolKey key;
    public final boolean daily;
    private final List<Share> shares;
    private final long availableBefore;
    private long loaded;
    private long available;
    private long held;
    private long consigned;
    private long sold;
    private long voided;
    private long waiting;
    private boolean changed;

    public Pool(PoolKey key, boolean daily, Counts counts, Collection<Share> shares) {
        this.key = key;
        this.daily = daily;
        this.loaded = counts.loaded();
        this.available = counts.available();
        this.availableBefore = counts.available();
        this.held = counts.held();
        this.consigned = counts.consigned();
        this.sold = counts.sold();
        this.voided = counts.voided();
        this.waiting = counts.waiting();
        this.shares = shares.stream()
                .sorted(Comparator.<Share, Boolean>comparing(share -> share.rule.mode() != Mode.HARD)
                        .thenComparingInt(share -> -share.rule.priority())
                        .thenComparingLong(share -> share.channel.value()))
                .toList();
    }

    public Counts counts() {
        return new Counts(loaded, available, held, consigned, sold, voided, waiting);
    }

    public List<Share> shares() {
        return shares;
    }

    public boolean changed() {
        return changed;
    }

    /** Whether anybody may now have more or less of it than before; not so when held units were sold. */
    public boolean moved() {
        return available != availableBefore || shares.stream().anyMatch(Share::changed);
    }

    /** How many units this channel could take now. */
    public long sellable(ChannelId channel) {
        return split(channel).sellable();
    }

    public void queue(int quantity) {
        waiting += quantity;
        changed = true;
    }

    public void unqueue(int quantity) {
        waiting -= quantity;
        changed = true;
    }

    /** Sets units aside; returns what of them counts against the channel's quota. */
    public FromQuota hold(ChannelId channel, int quantity) {
        var fromQuota = leave(channel, quantity);
        held += quantity;
        return fromQuota;
    }

    /** Sells units that nobody held before. */
    public void sell(ChannelId channel, int quantity) {
        leave(channel, quantity);
        sold += quantity;
    }

    /** Hands units to a channel before it sells them. */
    public void consign(ChannelId channel, int quantity) {
        leave(channel, quantity);
        consigned += quantity;
    }

    /** A channel sold units that lay there. */
    public void holdConsigned(int quantity) {
        consigned -= quantity;
        held += quantity;
        changed = true;
    }

    /** A channel gave back units that it did not sell. */
    public void takeBack(int quantity) {
        consigned -= quantity;
        arrive(quantity);
    }

    public void sellHeld(int quantity) {
        held -= quantity;
        sold += quantity;
        changed = true;
    }

    public void release(ChannelId channel, int quantity, FromQuota fromQuota) {
        held -= quantity;
        arrive(quantity);
        shares.stream().filter(share -> share.channel.equals(channel)).forEach(share -> share.returnToQuota(fromQuota));
    }

    /** A sold unit that was never handed out comes back. */
    public void unsell(int quantity) {
        sold -= quantity;
        arrive(quantity);
    }

    /** A sold unit turned out to be bad: it is nobody's any more, and never comes back. */
    public void writeOffSold(int quantity) {
        sold -= quantity;
        voided += quantity;
        changed = true;
    }

    public void load(long units) {
        loaded += units;
        arrive(units);
    }

    /** Writes units off, as far as they are not promised to anybody; returns how many. */
    public long takeOut(long units) {
        var out = Math.min(units, available);
        available -= out;
        voided += out;
        changed |= out > 0;
        return out;
    }

    private FromQuota leave(ChannelId channel, int quantity) {
        var split = split(channel);
        if (quantity > split.sellable()) {
            throw new IllegalStateException(quantity + " units are more than " + channel + " may take of " + key);
        }
        var fromQuota = shares.stream().filter(share -> share.channel.equals(channel)).findFirst()
                .map(share -> share.takeFromQuota(quantity)).orElse(FromQuota.NONE);
        borrow(split.loans(), quantity - split.own() - split.free());
        available -= quantity;
        changed = true;
        return fromQuota;
    }

    /** Those with the lowest priority lend first. */
    private static void borrow(List<Loan> loans, long units) {
        for (var loan : loans.reversed()) {
            var lending = Math.clamp(units, 0, loan.most());
            loan.share().lend(lending);
            units -= lending;
        }
    }

    /** Whatever comes back first repays what was borrowed. */
    private void arrive(long units) {
        available += units;
        changed = true;
        for (var share : shares) {
            units -= share.takeBack(units);
        }
    }

    /**
     * Hard quotas are served first, whatever their priority: nobody else may ever have those units. Floors that are not
     * covered yet come before lending: what its owner does not need now is kept for them.
     */
    private Split split(ChannelId channel) {
        var remaining = available;
        var own = 0L;
        var capped = false;
        var uncovered = 0L;
        var loans = new ArrayList<Loan>();
        for (var share : shares) {
            var granted = Math.min(remaining, share.reservation());
            remaining -= granted;
            if (share.channel.equals(channel)) {
                own = granted;
                capped = share.rule.mode() == Mode.HARD;
            } else {
                loans.add(new Loan(share, share.lendable(granted)));
                uncovered += share.rule.mode() == Mode.HARD ? 0 : Math.max(0, share.rule.floor() - granted);
            }
        }
        var borrowable = Math.max(0, loans.stream().mapToLong(Loan::most).sum() - uncovered);
        return capped ? new Split(own, 0, 0, List.of()) : new Split(own, remaining, borrowable, loans);
    }

    /** What is the channel's own, what is nobody's, and what could be borrowed from others. */
    private record Split(long own, long free, long borrowable, List<Loan> loans) {

        long sellable() {
            return own + free + borrowable;
        }
    }

    private record Loan(Share share, long most) {
    }

    /** The counters of a pool's row. */
    public record Counts(long loaded, long available, long held, long consigned, long sold, long voided, long waiting) {
    }
}
