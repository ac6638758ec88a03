package io.wanqu.kernel.sealing;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.KeyRotations.Rotation;
import io.wanqu.kernel.sealing.KeyRotations.State;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Gives a shop a new key without a pause. The new key first only opens; when every node must know it, it seals; when no
 * node can seal with the old one any more, all rows are sealed anew; when none is left, the old key is disabled. Each
 * step may be repeated, so a rotation goes on after any crash.
 */
@Component
public class RotateKeys {

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

    private final ShopKeys keys;
    private final KeyRotations rotations;
    private final List<SealedRows> sealedRows;
    private final Clock clock;
    private final Duration rest;

    RotateKeys(ShopKeys keys, KeyRotations rotations, List<SealedRows> sealedRows, Clock clock, SealingSettings settings) {
        this.keys = keys;
        this.rotations = rotations;
        this.sealedRows = sealedRows;
        this.clock = clock;
        this.rest = settings.keyCached().multipliedBy(2);
    }

    /** Begins a rotation; while one is running it changes nothing and answers false. */
    public boolean rotate(ShopId shop) {
        if (!rotations.reserve(shop, clock.instant())) {
            return false;
        }
        try {
            rotations.added(shop, keys.addKey(shop), clock.instant());
            return true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no new key for shop " + shop, e);
        }
    }

    /** Brings every running rotation one step on, where its rest is over. */
    void advance(Instant now) throws GeneralSecurityException {
        for (var rotation : rotations.running()) {
            if (!now.isBefore(rotation.changedAt().plus(rest))) {
                advance(rotation, now);
            }
        }
    }

    private void advance(Rotation rotation, Instant now) throws GeneralSecurityException {
        switch (rotation.state()) {
            case ADDED -> {
                keys.promote(rotation.shop(), rotation.keys().newKey());
                rotations.move(rotation.shop(), State.ADDED, State.PROMOTED, now);
            }
            case PROMOTED -> {
                var prefix = ShopKeys.prefix(rotation.keys().oldKey());
                sealAnew(rotation.shop(), prefix);
                if (!rotations.inUse(rotation.shop(), prefix)) {
                    keys.disable(rotation.shop(), rotation.keys().oldKey());
                    rotations.move(rotation.shop(), State.PROMOTED, State.DONE, now);
                    log.info("shop {} has a new key, the old one is disabled", rotation.shop());
                }
            }
            case DONE -> throw new IllegalStateException("a rotation that is done is not running");
        }
    }

    private void sealAnew(ShopId shop, byte[] prefix) {
        for (var rows : sealedRows) {
            for (var after = OptionalLong.of(0); after.isPresent();) {
                after = rows.sealAnew(shop, prefix, after.getAsLong());
            }
        }
    }

    /** The clock behind the rotations. */
    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> rotateShopKeys(RotateKeys rotateKeys, Clock clock) {
            return Tasks.recurring("kernel.rotate-keys", FixedDelay.of(Duration.ofSeconds(15))).execute((instance, context) -> {
                try {
                    rotateKeys.advance(clock.instant());
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("a key rotation can't go on", e);
                }
            });
        }
    }
}
