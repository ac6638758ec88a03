package io.wanqu.kernel.event;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.kernel.event.EventCursors.Position;
import io.wanqu.kernel.event.EventCursors.Read;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs each listener on a thread of its own: read a batch, hand it over, move the cursor, one transaction. */
@Component
class EventReaders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventReaders.class);
    private static final int BATCH_MAX = 500;
    private static final int LOOK_MILLIS = 1_000;
    private static final int TRIES_ALONE_MAX = 8;
    private static final long PAUSE_MILLIS = 100;

    private final List<EventListener> listeners;
    private final EventCursors cursors;
    private final Bell bell;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    EventReaders(List<EventListener> listeners, EventCursors cursors, Bell bell, TransactionTemplate transaction) {
        this.listeners = listeners;
        this.cursors = cursors;
        this.bell = bell;
        this.transaction = transaction;
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

    private void run(EventListener listener) {
        var limit = BATCH_MAX;
        var failures = 0;
        var rings = 0L;
        while (running) {
            try {
                if (readOnce(listener, limit) < limit) {
                    rings = bell.await(rings, LOOK_MILLIS);
                }
                limit = Math.min(BATCH_MAX, limit * 2);
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failures = limit == 1 ? failures + 1 : 0;
                limit = Math.max(1, limit / 2);
                log.warn("listener {} failed, next try with {} events: {}", listener.cursor(), limit, e.toString());
                if (failures >= TRIES_ALONE_MAX) {
                    stepOver(listener, e);
                    failures = 0;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS << failures));
            }
        }
    }

    /** Returns how many events were read; when none were left, the cursor moves up to the horizon all the same. */
    int readOnce(EventListener listener, int limit) {
        Integer count = transaction.execute(status -> {
            var horizon = cursors.horizon();
            var from = cursors.lock(listener.cursor());
            if (from.isEmpty()) {
                return 0;
            }
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
    private void stepOver(EventListener listener, RuntimeException reason) {
        transaction.executeWithoutResult(status -> {
            var horizon = cursors.horizon();
            cursors.lock(listener.cursor())
                    .flatMap(from -> cursors.read(from, horizon, namesOf(listener), 1).stream().findFirst())
                    .ifPresent(read -> {
                        cursors.park(listener.cursor(), read.event(), reason.toString());
                        cursors.move(listener.cursor(), read.position());
                        log.error("listener {} set event {} aside", listener.cursor(), read.event().id(), reason);
                    });
        });
    }

    private static List<String> namesOf(EventListener listener) {
        return listener.events().stream().map(EventLog::nameOf).sorted().toList();
    }
}
