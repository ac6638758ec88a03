package io.wanqu.channel.rollout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.wanqu.catalog.Offers;
import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.rollout.Rollouts.Rollout;
import io.wanqu.channel.rollout.Rollouts.Step;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a channel is opened, by what figures it is judged, and every step it made. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/rollout")
class RolloutController {

    private static final int SKUS_MAX = 200;
    private static final int REASON_MAX = 500;
    private static final int HOURS_MAX = 24 * 90;
    private static final int PERCENT = 100;
    private static final int MANY = 1_000_000;

    private final Rollouts rollouts;
    private final ChangeStage changeStage;
    private final Channels channels;
    private final Offers offers;
    private final ShopScope scope;
    private final Clock clock;

    RolloutController(Rollouts rollouts, ChangeStage changeStage, Channels channels, Offers offers, ShopScope scope, Clock clock) {
        this.rollouts = rollouts;
        this.changeStage = changeStage;
        this.channels = channels;
        this.offers = offers;
        this.scope = scope;
        this.clock = clock;
    }

    /** A channel that nobody rolls out is open to all. */
    @GetMapping
    View show(Caller caller, @PathVariable ChannelId channel) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> view(key));
    }

    @PutMapping
    View set(Caller caller, @PathVariable ChannelId channel, @RequestBody Request request) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> {
            channels.get(key);
            var wanted = request.rollout(key, clock.instant());
            var found = offers.find(wanted.skus());
            for (var sku : wanted.skus()) {
                if (!found.containsKey(sku) || !found.get(sku).shop().equals(key.shop())) {
                    throw new ChannelProblem.UnknownSku(sku, "/skus");
                }
            }
            changeStage.set(wanted, Require.text("/reason", request.reason, 1, REASON_MAX), caller.name());
            return view(key);
        });
    }

    /** Looks at the gate now. */
    @PostMapping("/checks")
    @Idempotent
    View check(Caller caller, @PathVariable ChannelId channel) {
        var key = key(caller, channel);
        return scope.in(key.shop(), () -> {
            rollouts.find(channels.get(key).key()).ifPresent(changeStage::check);
            return view(key);
        });
    }

    private View view(ChannelKey key) {
        channels.get(key);
        var history = rollouts.history(key);
        return rollouts.find(key)
                .map(it -> new View(it.stage().text(), it.plan(), it.skus(), it.enteredAt(), rollouts.figures(it, clock.instant()), history))
                .orElse(new View(Stage.FULL.text(), null, Set.of(), null, null, history));
    }

    private static ChannelKey key(Caller caller, ChannelId channel) {
        return ChannelKey.of(caller, channel);
    }

    /** @param stage draft, pilot or full */
    record Request(@Nullable String stage, @Nullable List<SkuId> skus, @Nullable Plan plan, @Nullable String reason) {

        Rollout rollout(ChannelKey key, Instant now) {
            if (stage == null || !stage.matches("draft|pilot|full")) {
                throw new KernelProblem.InvalidValue("/stage", "draft, pilot or full");
            }
            var to = Stage.of(stage);
            var given = Require.present("/plan", plan, "what the pilot may sell and what must hold");
            Require.between("/plan/quota", given.quota(), 1, MANY);
            Require.between("/plan/ordersMin", given.ordersMin(), 1, MANY);
            Require.between("/plan/windowHours", given.windowHours(), 1, HOURS_MAX);
            Require.between("/plan/errorPercentMax", given.errorPercentMax(), 0, PERCENT);
            Require.between("/plan/refundPercentMax", given.refundPercentMax(), 0, PERCENT);
            Require.between("/plan/latePercentMax", given.latePercentMax(), 0, PERCENT);
            Require.between("/plan/lateMinutes", given.lateMinutes(), 1, MANY);
            return new Rollout(key, to, given, Set.copyOf(Require.items("/skus", skus == null ? List.of() : skus, to == Stage.PILOT ? 1 : 0, SKUS_MAX)), now);
        }
    }

    /** @param figures of the window, since the stage began; null while nobody rolls the channel out */
    record View(String stage, @Nullable Plan plan, Set<SkuId> skus, @Nullable Instant enteredAt, @Nullable Figures figures, List<Step> history) {
    }
}
