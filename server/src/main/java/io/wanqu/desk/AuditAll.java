package io.wanqu.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.micrometer.core.instrument.MeterRegistry;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.shop.Shops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Recounts every shop again and again; a finding is logged as an error and counted in {@code wanqu.audit.findings}. A recount reads all
 * rows of a shop and keeps its snapshot that long: millions of orders take minutes, and are recounted less often.
 */
@Configuration(proxyBeanMethods = false)
class AuditAll {

    private static final int AT_ONCE = 100;

    /** The part of the time that may go into the recounts of one shop is one in so many. */
    private static final int PAUSE_FACTOR = 10;

    private final Audit audit;
    private final Shops shops;
    private final MeterRegistry meters;
    private final DeskSettings settings;
    private final Clock clock;
    private final Map<ShopId, Instant> due = new ConcurrentHashMap<>();

    AuditAll(Audit audit, Shops shops, MeterRegistry meters, DeskSettings settings, Clock clock) {
        this.audit = audit;
        this.shops = shops;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> auditAllShops() {
        return Tasks.recurring("desk.audit-all-shops", FixedDelay.of(Duration.ofSeconds(settings.auditEverySeconds())))
                .execute((instance, context) -> run());
    }

    void run() {
        List<ShopId> some;
        for (var last = 0L; !(some = shops.after(last, AT_ONCE)).isEmpty(); last = some.getLast().value()) {
            some.forEach(this::run);
        }
    }

    private void run(ShopId shop) {
        var began = clock.instant();
        if (began.isBefore(due.getOrDefault(shop, Instant.MIN))) {
            return;
        }
        audit.of(shop).findings().forEach(finding ->
                meters.counter("wanqu.audit.findings", "invariant", finding.invariant()).increment(finding.violations().size()));
        due.put(shop, due(began, clock.instant(), Duration.ofSeconds(settings.auditEverySeconds())));
    }

    /** When a recount that took so long may be followed by the next but for the usual pause, which comes on top. */
    static Instant due(Instant began, Instant ended, Duration pause) {
        var wanted = Duration.between(began, ended).multipliedBy(PAUSE_FACTOR);
        return wanted.compareTo(pause) > 0 ? ended.plus(wanted).minus(pause) : ended;
    }
}
