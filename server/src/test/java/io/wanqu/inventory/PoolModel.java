package io.wanqu.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.pool.Pool;

/**
 * The reference for {@link Pool}: a heap of single units, each with a note on it that says for whom it is set aside.
 * Slow and plain on purpose; it shares no code with what it checks.
 */
final class PoolModel {

    private static final int NOBODY = -1;

    final Map<Integer, Member> members = new TreeMap<>();
    final List<Hold> holds = new ArrayList<>();
    long loaded;
    long available;
    long sold;
    long voided;

    long held() {
        return holds.stream().mapToLong(hold -> hold.units).sum();
    }

    void rule(int channel, AllocationRule rule) {
        var before = members.get(channel);
        members.put(channel, new Member(rule, before == null ? 1 : before.version + 1));
    }

    /** Two hard quotas may not promise the same unit. */
    boolean mayPromise(int channel, AllocationRule rule) {
        var others = members.entrySet().stream()
                .filter(member -> member.getKey() != channel && member.getValue().rule.mode() == Mode.HARD)
                .mapToLong(member -> member.getValue().left()).sum();
        return rule.mode() != Mode.HARD || rule.quota() <= Math.max(0, available - others);
    }

    long sellable(int channel) {
        return pick(channel, Long.MAX_VALUE).size();
    }

    void hold(int channel, int units) {
        holds.add(new Hold(channel, units, take(channel, units), version(channel)));
    }

    void sell(int channel, int units) {
        take(channel, units);
        sold += units;
    }

    void sellHeld(Hold hold) {
        holds.removeIf(it -> it == hold);
        sold += hold.units;
    }

    void release(Hold hold) {
        holds.removeIf(it -> it == hold);
        comeBack(hold.units);
        var member = members.get(hold.channel);
        if (member != null && member.version == hold.version) {
            member.used -= hold.counted;
        }
    }

    void load(long units) {
        loaded += units;
        comeBack(units);
    }

    long takeOut(long units) {
        var out = Math.min(units, available);
        available -= out;
        voided += out;
        return out;
    }

    private void comeBack(long units) {
        available += units;
        for (var channel : inOrder()) {
            for (; units > 0 && members.get(channel).lent > 0; units--) {
                members.get(channel).lent--;
            }
        }
    }

    private long take(int channel, int units) {
        var picked = pick(channel, units);
        if (picked.size() < units) {
            throw new IllegalArgumentException("not sellable");
        }
        available -= units;
        picked.stream().filter(owner -> owner != NOBODY && owner != channel).forEach(owner -> members.get(owner).lent++);
        var member = members.get(channel);
        var counted = member == null ? 0 : Math.min(units, member.left());
        if (member != null) {
            member.used += counted;
        }
        return counted;
    }

    /** The notes on the units the channel would get: its own first, then those without a note, then borrowed ones. */
    private List<Integer> pick(int channel, long most) {
        var notes = notes();
        var picked = new ArrayList<>(notes.stream().filter(note -> note == channel).toList());
        var member = members.get(channel);
        if (member == null || member.rule.mode() != Mode.HARD) {
            notes.stream().filter(note -> note == NOBODY).forEach(picked::add);
            var lent = new ArrayList<Integer>();
            for (var lender : inOrder().reversed()) {
                var noted = notes.stream().filter(note -> note.equals(lender)).count();
                var lends = members.get(lender);
                if (lender != channel && lends.rule.mode() == Mode.SOFT) {
                    for (var n = lends.rule.floor(); n < Math.min(noted, lends.left()); n++) {
                        lent.add(lender);
                    }
                }
            }
            picked.addAll(lent.subList(0, (int) Math.max(0, lent.size() - missingToFloors(channel, notes))));
        }
        return picked.subList(0, (int) Math.min(most, picked.size()));
    }

    private long missingToFloors(int except, List<Integer> notes) {
        return members.entrySet().stream()
                .filter(member -> member.getKey() != except && member.getValue().rule.mode() != Mode.HARD)
                .mapToLong(member -> Math.max(0,
                        member.getValue().rule.floor() - notes.stream().filter(member.getKey()::equals).count()))
                .sum();
    }

    private List<Integer> notes() {
        var notes = new ArrayList<Integer>();
        for (var channel : inOrder()) {
            var member = members.get(channel);
            var wants = member.rule.mode() == Mode.HARD ? member.left() : Math.max(member.left(), member.rule.floor());
            for (; wants > 0 && notes.size() < available; wants--) {
                notes.add(channel);
            }
        }
        while (notes.size() < available) {
            notes.add(NOBODY);
        }
        return notes;
    }

    private List<Integer> inOrder() {
        return members.keySet().stream()
                .sorted(Comparator.<Integer>comparingInt(channel -> members.get(channel).rule.mode() == Mode.HARD ? 0 : 1)
                        .thenComparing(channel -> members.get(channel).rule.priority(), Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private long version(int channel) {
        return members.containsKey(channel) ? members.get(channel).version : 0;
    }

    record Hold(int channel, int units, long counted, long version) {
    }

    static final class Member {

        final AllocationRule rule;
        final long version;
        long used;
        long lent;

        private Member(AllocationRule rule, long version) {
            this.rule = rule;
            this.version = version;
        }

        long left() {
            return rule.mode() == Mode.SHARED ? 0 : Math.max(0, rule.quota() - used - lent);
        }
    }
}
