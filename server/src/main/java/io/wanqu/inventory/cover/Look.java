package io.wanqu.inventory.cover;

import java.time.Clock;
import java.time.Instant;

import io.wanqu.inventory.cover.Paces.Watched;

import org.springframework.stereotype.Component;

/** Looks ahead from now, by the rule of the pool or else the usual one. */
@Component
class Look {

    final Clock clock;
    final CoverSettings settings;

    Look(Clock clock, CoverSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Forecast forecast(Watched watched, Instant now) {
        return Forecast.of(watched.known(), watched.available(), rule(watched), now);
    }

    CoverSettings.Rule rule(Watched watched) {
        return watched.rule() == null ? settings.rule() : watched.rule();
    }
}
