package io.wanqu.kernel.event;

import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the listeners of every node within milliseconds of a commit. NOTIFY goes out after the commit, from one
 * connection and coalesced: inside the transaction it would make all committers queue for one lock. A lost ring costs
 * no event, because listeners look by themselves once a second.
 */
@Component
class Bell implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Bell.class);
    private static final int LISTEN_MILLIS = 500;
    private static final int RECONNECT_MILLIS = 1_000;
    private static final int SEND_EVERY_MILLIS = 20;

    private final DataSource dataSource;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Semaphore toSend = new Semaphore(0);
    private long count;
    private volatile boolean running;

    Bell(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ring() {
        signal();
        toSend.release();
    }

    /** Returns the number of rings so far, at once if it differs from {@code seen}, else after the next ring or the time. */
    long await(long seen, long millis) throws InterruptedException {
        lock.lock();
        try {
            if (count == seen && !rung.await(millis, TimeUnit.MILLISECONDS)) {
                return count;
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    /** The number of rings so far. */
    long rings() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            count++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("event-bell-out").start(() -> whileRunning(this::send));
        Thread.ofVirtual().name("event-bell-in").start(() -> whileRunning(this::listen));
    }

    @Override
    public void stop() {
        running = false;
        toSend.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void send() throws SQLException, InterruptedException {
        while (running) {
            toSend.acquire();
            toSend.drainPermits();
            if (!running) {
                return;
            }
            try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
                statement.execute("notify wanqu_event");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SEND_EVERY_MILLIS));
        }
    }

    private void listen() throws SQLException {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.execute("listen wanqu_event");
            var notifications = connection.unwrap(PGConnection.class);
            while (running) {
                if (notifications.getNotifications(LISTEN_MILLIS).length > 0) {
                    signal();
                }
            }
            statement.execute("unlisten wanqu_event");
        }
    }

    private void whileRunning(Loop loop) {
        while (running) {
            try {
                loop.run();
            } catch (SQLException e) {
                if (!running) {
                    return;
                }
                log.warn("event bell lost its connection, listeners look once a second meanwhile: {}", e.getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RECONNECT_MILLIS));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private interface Loop {
        void run() throws SQLException, InterruptedException;
    }
}
