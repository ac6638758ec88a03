package io.wanqu.desk;

import java.time.Duration;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.micrometer.core.instrument.MeterRegistry;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.shop.Shops;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recounts every shop again and again; a finding is logged as an error and counted in {@code wanqu.audit.findings}. */
@Configuration(proxyBeanMethods = false)
class AuditAll {

    private static final int AT_ONCE = 100;

    private final Audit audit;
    private final Shops shops;
    private final MeterRegistry meters;
    private final DeskSettings settings;

    AuditAll(Audit audit, Shops shops, MeterRegistry meters, DeskSettings settings) {
        this.audit = audit;
        this.shops = shops;
        this.meters = meters;
        this.settings = settings;
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
        audit.of(shop).findings().forEach(finding ->
                meters.counter("wanqu.audit.findings", "invariant", finding.invariant()).increment(finding.violations().size()));
    }
}
