package io.wanqu.simulators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Things sorted by the second they happened in, with counts, so that a late page costs no walk over the earlier ones. */
public final class Timeline<T> {

    private final NavigableMap<Long, LinkedHashMap<Long, T>> seconds = new TreeMap<>();

    public synchronized void add(long second, long id, T thing) {
        seconds.computeIfAbsent(second, _ -> new LinkedHashMap<>()).put(id, thing);
    }

    public synchronized void move(long from, long to, long id, T thing) {
        var old = seconds.get(from);
        if (old != null && old.remove(id) != null && old.isEmpty()) {
            seconds.remove(from);
        }
        add(to, id, thing);
    }

    public synchronized Slice<T> slice(long from, long until, boolean ascending, Range range) {
        if (from > until) {
            return new Slice<>(List.of(), 0);
        }
        var window = seconds.subMap(from, true, until, true);
        var found = new ArrayList<T>(range.size());
        var total = 0L;
        for (var second : (ascending ? window : window.descendingMap()).values()) {
            var before = total;
            total += second.size();
            if (total <= range.skip() || found.size() >= range.size()) {
                continue;
            }
            var things = ascending ? second.values() : second.sequencedValues().reversed();
            things.stream()
                .skip(Math.max(0, range.skip() - before))
                .limit(range.size() - found.size())
                .forEach(found::add);
        }
        return new Slice<>(found, total);
    }

    /** The first second of the span in which something happened. */
    public synchronized OptionalLong first(long from, long until) {
        var found = from > until ? null : seconds.ceilingKey(from);
        return found == null || found > until ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** All that happened in one second, sorted by id. */
    public synchronized SortedMap<Long, T> at(long second) {
        return new TreeMap<>(seconds.getOrDefault(second, new LinkedHashMap<>()));
    }

    public record Range(long skip, int size) {
    }

    public record Slice<T>(List<T> found, long total) {
    }
}
