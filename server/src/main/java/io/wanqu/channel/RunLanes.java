package io.wanqu.channel;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Sessions;
import io.wanqu.channel.queue.Lane;
import io.wanqu.channel.queue.Wake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for channels with work and gives each, in each lane, a thread of its own. */
@Component
class RunLanes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RunLanes.class);
    private static final long PAUSE_SECONDS = 1;

    private final List<Lane> lanes;
    private final Sessions sessions;
    private final Wake wake;
    private final ChannelSettings settings;
    private final Clock clock;
    private final Set<Work> running = ConcurrentHashMap.newKeySet();
    private volatile boolean on;

    RunLanes(List<Lane> lanes, Sessions sessions, Wake wake, ChannelSettings settings, Clock clock) {
        this.lanes = lanes;
        this.sessions = sessions;
        this.wake = wake;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        on = true;
        Thread.ofVirtual().name("channel-lanes").start(this::look);
    }

    @Override
    public void stop() {
        on = false;
        wake.now();
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    private void look() {
        while (on) {
            try {
                lanes.forEach(this::begin);
                wake.await(settings.look().toMillis());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("looking for channel work failed: {}", e.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
            }
        }
    }

    private void begin(Lane lane) {
        for (var key : lane.due(clock.instant())) {
            var work = new Work(lane, key);
            if (running.add(work)) {
                Thread.ofVirtual().name("channel-" + lane.name() + "-" + key).start(() -> run(work));
            }
        }
    }

    /** A lane that broke keeps its place for a moment, so that it does not break again at once. */
    private void run(Work work) {
        try {
            var channel = sessions.open(work.key);
            work.lane.run(channel);
            sessions.note(channel);
        } catch (RuntimeException e) {
            log.error("channel {}: lane {} broke", work.key, work.lane.name(), e);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(PAUSE_SECONDS));
        } finally {
            running.remove(work);
        }
        goOn(work.lane);
    }

    /** Work that came while its lane was ending; what else woke up was looked for by then. */
    private void goOn(Lane lane) {
        try {
            if (on) {
                begin(lane);
            }
        } catch (RuntimeException e) {
            log.warn("looking for channel work failed: {}", e.toString());
        }
    }

    private record Work(Lane lane, ChannelKey key) {
    }
}
