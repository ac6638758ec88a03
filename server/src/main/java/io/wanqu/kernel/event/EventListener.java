package io.wanqu.kernel.event;

import java.util.List;
import java.util.Set;

/**
 * Reads the log in order, in batches, from a cursor of its own. The batch and the cursor move in one transaction, so
 * what a listener writes to the database happens once; whatever else it does may happen again. It never calls another
 * system: it writes down what is to be called.
 */
public interface EventListener {

    /** The cursor's name; never changed afterwards, because the reading position hangs on it. */
    String cursor();

    Set<Class<? extends Event>> events();

    void on(List<StoredEvent> batch);
}
