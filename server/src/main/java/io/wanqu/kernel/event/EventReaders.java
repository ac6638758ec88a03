package io.wanqu.kernel.event;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.kernel.event.EventCursors.Position;
import io.wanqu.kernel.event.EventCursors.Read;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs each listener on a thread of its own: read a batch, hand it over, move the cursor, one transaction. */
@Component
class EventReaders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventReaders.class);
    private static final int BATCH_MAX = 2_000;
    private static final long LOOK_MILLIS = 1_000;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final List<EventListener> listeners;
    private final EventCursors cursors;
    private final Bell bell;
    private final TransactionTemplate transaction;
    private final EventSettings settings;
    private volatile boolean running;

    EventReaders(List<EventListener> listeners, EventCursors cursors, Bell bell, TransactionTemplate transaction,
            EventSettings settings) {
        this.listeners = listeners;
        this.cursors = cursors;
        this.bell = bell;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        listeners.forEach(listener -> Thread.ofVirtual().name("events-" + listener.cursor()).start(() -> run(listener)));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * After a ring it looks again soon, then ever later: an event that is committed while an older transaction still
     * runs is behind the horizon, and nothing rings when that one ends without an event of its own. Under load events
     * gather between two looks, because each look is a commit; after a quiet moment the first one is read at once.
     */
    private void run(EventListener listener) {
        var limit = BATCH_MAX;
        var failures = 0;
        var rings = 0L;
        var look = LOOK_AGAIN_MILLIS;
        while (running) {
            try {
                var looked = System.nanoTime();
                var read = readOnce(listener, limit);
                if (read < limit) {
                    var heard = bell.await(rings, look);
                    look = heard == rings && read == 0 ? Math.min(LOOK_MILLIS, look * 2) : LOOK_AGAIN_MILLIS;
                    LockSupport.parkNanos(settings.gather().toNanos() - (System.nanoTime() - looked));
                    rings = bell.rings();
                }
                limit = Math.min(BATCH_MAX, limit * 2);
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                if (!running) {
                    return;
                }
                failures = limit == 1 && !isOutage(e) ? failures + 1 : 0;
                limit = Math.max(1, limit / 2);
                log.warn("listener {} failed, next try with {} events: {}", listener.cursor(), limit, e.toString());
                if (failures >= settings.triesAlone() && stepOver(listener, e)) {
                    failures = 0;
                }
                LockSupport.parkNanos(settings.pause().toNanos() << Math.min(failures, settings.triesAlone()));
            }
        }
    }

    /** When the database is away, no event is to blame. */
    private static boolean isOutage(Throwable e) {
        return e instanceof CannotCreateTransactionException || e instanceof TransactionSystemException
                || e instanceof DataAccessResourceFailureException;
    }

    /**
     * Returns how many events were read; when none were left, the cursor moves up to the horizon all the same. The
     * horizon is asked for after the cursor is locked: an older one could take the cursor back to where another node was.
     */
    int readOnce(EventListener listener, int limit) {
        Integer count = transaction.execute(status -> {
            var from = cursors.lock(listener.cursor());
            if (from.isEmpty()) {
                return 0;
            }
            var horizon = cursors.horizon();
            var read = cursors.read(from.get(), horizon, namesOf(listener), limit);
            if (!read.isEmpty()) {
                listener.on(read.stream().map(Read::event).toList());
            }
            if (read.size() == limit) {
                cursors.move(listener.cursor(), read.getLast().position());
            } else if (!from.get().equals(Position.before(horizon))) {
                cursors.move(listener.cursor(), Position.before(horizon));
            }
            return read.size();
        });
        return count == null ? 0 : count;
    }

    /** An event that failed alone many times is set aside with its reason, so that the ones behind it are not lost. */
    private boolean stepOver(EventListener listener, Throwable reason) {
        try {
            transaction.executeWithoutResult(status -> cursors.lock(listener.cursor())
                    .flatMap(from -> cursors.read(from, cursors.horizon(), namesOf(listener), 1).stream().findFirst())
                    .ifPresent(read -> {
                        cursors.park(listener.cursor(), read.event(), reason.toString());
                        cursors.move(listener.cursor(), read.position());
                        log.error("listener {} set event {} aside", listener.cursor(), read.event().id(), reason);
                    }));
            return true;
        } catch (RuntimeException e) {
            log.warn("listener {} could not set an event aside: {}", listener.cursor(), e.toString());
            return false;
        }
    }

    private static List<String> namesOf(EventListener listener) {
        return listener.events().stream().map(EventLog::nameOf).sorted().toList();
    }
}
