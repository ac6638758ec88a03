package io.wanqu.kernel.sealing;

import java.security.GeneralSecurityException;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals all data keys with the present master key, once there are previous ones; the cards stay as they are. */
@Configuration(proxyBeanMethods = false)
class RewrapKeys {

    private static final Logger log = LoggerFactory.getLogger(RewrapKeys.class);
    private static final int SHOPS = 200;

    private final DataKeys dataKeys;
    private final ShopKeys shopKeys;
    private final MasterKey master;

    RewrapKeys(DataKeys dataKeys, ShopKeys shopKeys, MasterKey master) {
        this.dataKeys = dataKeys;
        this.shopKeys = shopKeys;
        this.master = master;
    }

    @Bean
    RecurringTask<Void> rewrapDataKeys() {
        return Tasks.recurring("kernel.rewrap-keys", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> {
            if (master.replacesOthers()) {
                log.info("{} data keys were sealed with the present master key", rewrap());
            }
        });
    }

    /** Returns how many keysets an earlier master key had sealed. */
    int rewrap() {
        var count = 0;
        try {
            for (var page = dataKeys.after(-1, SHOPS); !page.isEmpty(); page = dataKeys.after(page.getLast().shop().value(), SHOPS)) {
                for (var stored : page) {
                    count += shopKeys.rewrap(stored) ? 1 : 0;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a data key opens with no known master key", e);
        }
        return count;
    }
}
