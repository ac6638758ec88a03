package io.wanqu.risk.log;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.RiskSettings;
import io.wanqu.risk.count.Counters;
import io.wanqu.risk.count.Deed;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Writes decisions behind the orders they were about, many in a statement. What was strict, or had a reason, is always
 * written; of a shop's plain permissions, beyond so many a second, one stands for several and says for how many.
 */
@Component
public class RecordDecisions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecordDecisions.class);
    private static final int WAITING_MAX = 20_000;
    private static final int AT_ONCE = 500;
    private static final long LOOK_MILLIS = 200;
    private static final int FORGOTTEN_AT_ONCE = 10_000;
    private static final int SHOPS_MAX = 10_000;

    private final Decisions decisions;
    private final Counters counters;
    private final RiskSettings settings;
    private final Clock clock;
    private final BlockingQueue<Runnable> work = new ArrayBlockingQueue<>(WAITING_MAX);
    private final List<Decision> batch = new ArrayList<>();
    private final Cache<ShopId, Sample> samples = Caffeine.newBuilder().maximumSize(SHOPS_MAX).build();
    private volatile boolean running;

    RecordDecisions(Decisions decisions, Counters counters, RiskSettings settings, Clock clock) {
        this.decisions = decisions;
        this.counters = counters;
        this.settings = settings;
        this.clock = clock;
    }

    public void record(Decision decision) {
        var weight = weight(decision);
        if (weight > 0 && !work.offer(() -> batch.add(decision.weighing(weight)))) {
            log.warn("a decision about {} is not recorded: too many wait", decision.subject());
        }
    }

    /** Counts against whoever was behind these things, as far as it was recorded who it was. */
    public void count(ShopId shop, List<Long> subjects, Deed deed) {
        if (!subjects.isEmpty() && !work.offer(() -> countNow(shop, subjects, deed))) {
            log.warn("{} of {} things are not counted: too many wait", deed, subjects.size());
        }
    }

    private void countNow(ShopId shop, List<Long> subjects, Deed deed) {
        write();
        var counted = new HashSet<Long>();
        decisions.about(subjects.stream().map(id -> new Decisions.Subject(shop, id)).toList()).stream()
                .filter(decision -> decision.outcome() != Outcome.REFUSE && counted.add(decision.subject()))
                .forEach(decision -> decision.keys().forEach((by, key) -> counters.add(shop, by, key, deed)));
    }

    /** Nought for one that another will stand for. */
    private int weight(Decision decision) {
        return decision.outcome() != Outcome.ALLOW || !decision.fired().isEmpty() ? 1
                : samples.get(decision.shop(), shop -> new Sample()).weight(decision.at().getEpochSecond(), settings.recordsPerSecond());
    }

    private void run() {
        while (running) {
            try {
                var first = work.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                for (var next = first; next != null; next = batch.size() < AT_ONCE ? work.poll() : null) {
                    next.run();
                }
                write();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("{} decisions are not recorded: {}", batch.size(), e.toString());
                batch.clear();
            }
        }
    }

    private void write() {
        if (!batch.isEmpty()) {
            decisions.add(batch);
            batch.clear();
        }
    }

    @Bean
    RecurringTask<Void> forgetDecisions() {
        return Tasks.recurring("risk.forget-decisions", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> {
            var before = clock.instant().minus(settings.kept());
            while (decisions.forget(before, FORGOTTEN_AT_ONCE) == FORGOTTEN_AT_ONCE) {
                Thread.onSpinWait();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("risk-decisions").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** How many plain permissions of a shop were passed over since the last that was written. */
    private static final class Sample {

        private long second;
        private int inSecond;
        private int passedOver;

        synchronized int weight(long now, int most) {
            if (now != second) {
                second = now;
                inSecond = 0;
            }
            if (++inSecond > most) {
                passedOver++;
                return 0;
            }
            var weight = 1 + passedOver;
            passedOver = 0;
            return weight;
        }
    }
}
