package io.wanqu.inventory;

import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.kernel.ChannelId;

/** One channel's rule and how far its quota is used: units it has taken, and units of it that others borrowed. */
final class Share {

    final ChannelId channel;
    final AllocationRule rule;
    final long version;
    private long taken;
    private long lent;
    private boolean changed;

    Share(ChannelId channel, AllocationRule rule, long version, long taken, long lent) {
        this.channel = channel;
        this.rule = rule;
        this.version = version;
        this.taken = taken;
        this.lent = lent;
    }

    long taken() {
        return taken;
    }

    long lent() {
        return lent;
    }

    boolean changed() {
        return changed;
    }

    long quotaLeft() {
        return rule.mode() == Mode.SHARED ? 0 : Math.max(0, rule.quota() - taken - lent);
    }

    /** What is set aside for this channel before others are served. */
    long reservation() {
        return rule.mode() == Mode.HARD ? quotaLeft() : Math.max(quotaLeft(), rule.floor());
    }

    /** What others may borrow of the units that are set aside here: those of a soft quota, above the floor. */
    long lendable(long granted) {
        return rule.mode() == Mode.SOFT ? Math.max(0, Math.min(granted, quotaLeft()) - rule.floor()) : 0;
    }

    /** Counts units against the quota, as far as it reaches; returns how far that was. */
    FromQuota takeFromQuota(int units) {
        var covered = (int) Math.min(units, quotaLeft());
        taken += covered;
        changed |= covered > 0;
        return new FromQuota(covered, version);
    }

    /** Units that counted against an earlier rule of this channel are no business of the present one. */
    void returnToQuota(FromQuota back) {
        if (back.version() == version) {
            taken -= back.units();
            changed |= back.units() > 0;
        }
    }

    void lend(long units) {
        lent += units;
        changed |= units > 0;
    }

    /** Takes back what was lent, as far as {@code units} reach; returns how many were taken back. */
    long takeBack(long units) {
        var back = Math.min(units, lent);
        lent -= back;
        changed |= back > 0;
        return back;
    }

    /** Units that counted against the quota of a rule, and which version of the rule that was. */
    record FromQuota(int units, long version) {

        static final FromQuota NONE = new FromQuota(0, 0);
    }
}
