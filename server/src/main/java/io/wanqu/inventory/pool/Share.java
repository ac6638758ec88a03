package io.wanqu.inventory.pool;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.kernel.ChannelId;

/** One channel's rule and how far its quota is used: units it has taken, and units of it that others borrowed. */
public final class Share {

    public final ChannelId channel;
    public final AllocationRule rule;
    public final long version;
    private long taken;
    private long lent;
    private boolean changed;

    public Share(ChannelId channel, AllocationRule rule, long version, long taken, long lent) {
        this.channel = channel;
        this.rule = rule;
        this.version = version;
        this.taken = taken;
        this.lent = lent;
    }

    public long taken() {
        return taken;
    }

    public long lent() {
        return lent;
    }

    public boolean changed() {
        return changed;
    }

    public long quotaLeft() {
        return rule.mode() == Mode.SHARED ? 0 : Math.max(0, rule.quota() - taken - lent);
    }

    /** What is set aside for this channel before others are served. */
    public long reservation() {
        return rule.mode() == Mode.HARD ? quotaLeft() : Math.max(quotaLeft(), rule.floor());
    }

    /** What others may borrow of the units that are set aside here: those of a soft quota, above the floor. */
    public long lendable(long granted) {
        return rule.mode() == Mode.SOFT ? Math.max(0, Math.min(granted, quotaLeft()) - rule.floor()) : 0;
    }

    /** Counts units against the quota, as far as it reaches; returns how far that was. */
    public FromQuota takeFromQuota(int units) {
        var covered = (int) Math.min(units, quotaLeft());
        taken += covered;
        changed |= covered > 0;
        return new FromQuota(covered, version);
    }

    /** Units that counted against an earlier rule of this channel are no business of the present one. */
    public void returnToQuota(FromQuota back) {
        if (back.version() == version) {
            taken -= back.units();
            changed |= back.units() > 0;
        }
    }

    public void lend(long units) {
        lent += units;
        changed |= units > 0;
    }

    /** Takes back what was lent, as far as {@code units} reach; returns how many were taken back. */
    public long takeBack(long units) {
        var back = Math.min(units, lent);
        lent -= back;
        changed |= back > 0;
        return back;
    }

    /** Units that counted against the quota of a rule, and which version of the rule that was. */
    public record FromQuota(int units, long version) {

        static final FromQuota NONE = new FromQuota(0, 0);
    }
}
