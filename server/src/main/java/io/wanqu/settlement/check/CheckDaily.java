package io.wanqu.settlement.check;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.LedgerSettings;
import io.wanqu.payment.ReadsBills;
import io.wanqu.settlement.SettlementProblem.NoBills;
import io.wanqu.shop.Shops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checks yesterday for every shop and every rail whose bills can be read, once; by hand any day, any number of times. */
@Configuration(proxyBeanMethods = false)
class CheckDaily {

    private static final Logger log = LoggerFactory.getLogger(CheckDaily.class);
    private static final Duration EVERY = Duration.ofHours(1);
    /** Rails make their bills in the morning. */
    private static final Duration BILLS_READY = Duration.ofHours(10);
    private static final int AT_ONCE = 100;

    private final Map<String, ReadsBills> rails;
    private final CheckBills checkBills;
    private final Differences differences;
    private final Shops shops;
    private final LedgerSettings settings;
    private final Clock clock;

    CheckDaily(List<ReadsBills> rails, CheckBills checkBills, Differences differences, Shops shops, LedgerSettings settings, Clock clock) {
        this.rails = rails.stream().collect(Collectors.toUnmodifiableMap(ReadsBills::rail, Function.identity()));
        this.checkBills = checkBills;
        this.differences = differences;
        this.shops = shops;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> checkRailBills() {
        return Tasks.recurring("settlement.check-bills", FixedDelay.of(EVERY)).execute((instance, context) -> checkYesterday());
    }

    void checkYesterday() {
        var day = LocalDate.ofInstant(clock.instant().minus(BILLS_READY), settings.zone()).minusDays(1);
        List<ShopId> some;
        for (var last = 0L; !rails.isEmpty() && !(some = shops.after(last, AT_ONCE)).isEmpty(); last = some.getLast().value()) {
            some.forEach(shop -> rails.values().forEach(rail -> checkOnce(shop, rail, day)));
        }
    }

    CheckBills.Outcome check(ShopId shop, String rail, LocalDate day) {
        var reads = rails.get(rail);
        if (reads == null) {
            throw new NoBills(rail);
        }
        return checkBills.check(shop, reads, day);
    }

    private void checkOnce(ShopId shop, ReadsBills rail, LocalDate day) {
        try {
            if (!differences.checked(shop, rail.rail(), day)) {
                checkBills.check(shop, rail, day);
            }
        } catch (RuntimeException e) {
            log.warn("the bill of {} for shop {} on {} is checked later: {}", rail.rail(), shop, day, e.toString());
        }
    }
}
