package io.wanqu.simulators;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls by key within each second. */
public final class RateLimit {

    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    /** False when the key has used up this second; a limit of zero never ends. */
    public boolean allows(String key, int perSecond, long second) {
        if (perSecond == 0) {
            return true;
        }
        var window = windows.compute(key, (_, old) -> old == null || old.second != second
            ? new Window(second, 1) : new Window(second, old.calls + 1));
        return window.calls <= perSecond;
    }

    private record Window(long second, int calls) {
    }
}
