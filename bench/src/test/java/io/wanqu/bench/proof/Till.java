package io.wanqu.bench.proof;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What buyers brought home: which code for which order, and all that went wrong on the way. */
final class Till {

    private final Map<String, String> orderOfCode = new ConcurrentHashMap<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    void take(String order, List<String> codes) {
        if (codes.size() != 1) {
            wrongs.add("order " + order + " brought " + codes.size() + " codes");
        }
        for (var code : codes) {
            var other = orderOfCode.put(code, order);
            if (other != null && !other.equals(order)) {
                wrongs.add("one code went to order " + order + " and to order " + other);
            }
        }
    }

    void wrong(String what) {
        wrongs.add(what);
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    int count() {
        return orderOfCode.size();
    }

    /** Nothing is left to buy, now or later. */
    void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }
}
