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

/** Runs each listener on a thread of its own, when there is news for it: read a batch, hand it over, move the cursor, one transaction. */
@Component
class EventReaders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventReaders.class);
    private static final int BATCH_MAX = 2_000;
    /** Another node has the cursor; if that node is gone, nothing is new for us and all the same there is work. */
    private static final long LOCKED_MILLIS = 1_000;
    /** A cursor follows the horizon at least so often, so that what was read can be dropped. */
    private static final long REST_MILLIS = 5_000;
    private static final int LOCKED = -1;

    private final List<EventListener> listeners;
    private final EventCursors cursors;
    private final News news;
    private final TransactionTemplate transaction;
    private final EventSettings settings;
    private volatile boolean running;

    EventReaders(List<EventListener> listeners, EventCursors cursors, Bell bell, TransactionTemplate transaction,
            EventSettings settings) {
        this.listeners = listeners;
        this.cursors = cursors;
        this.news = new News(cursors, bell, settings);
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        news.start();
        listeners.forEach(listener -> Thread.ofVirtual().name("events-" + listener.cursor()).start(() -> run(listener)));
    }

    @Override
    public void stop() {
        running = false;
        news.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(EventListener listener) {
        var types = namesOf(listener);
        var limit = BATCH_MAX;
        var failures = 0;
        while (running) {
            try {
                var round = news.round();
                var read = readOnce(listener, limit);
                if (read < limit) {
                    news.await(types, round, read == LOCKED ? LOCKED_MILLIS : REST_MILLIS);
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
     * Returns how many events were read, {@link #LOCKED} when another node reads; when none were left, the cursor moves up to
     * the horizon all the same. The horizon is asked for after the cursor is locked: an older one could take the cursor back
     * to where another node was.
     */
    int readOnce(EventListener listener, int limit) {
        Integer count = transaction.execute(status -> {
            var from = cursors.lock(listener.cursor());
            if (from.isEmpty()) {
                return LOCKED;
            }
            var found = cursors.read(from.get(), namesOf(listener), limit);
            var read = found.events();
            if (!read.isEmpty()) {
                listener.on(read.stream().map(Read::event).toList());
            }
            var to = read.size() == limit ? read.getLast().position() : Position.before(found.horizon());
            if (!from.get().equals(to)) {
                cursors.move(listener.cursor(), to);
            }
            return read.size();
        });
        return count == null ? LOCKED : count;
    }

    /** An event that failed alone many times is set aside with its reason, so that the ones behind it are not lost. */
    private boolean stepOver(EventListener listener, Throwable reason) {
        try {
            transaction.executeWithoutResult(status -> cursors.lock(listener.cursor())
                    .flatMap(from -> cursors.read(from, namesOf(listener), 1).events().stream().findFirst())
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
