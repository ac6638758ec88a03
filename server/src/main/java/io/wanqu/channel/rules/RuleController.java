package io.wanqu.channel.rules;

import java.util.List;
import java.util.Set;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.rules.Rules.Change;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a channel is run, the shop's own page included, and every rule that ever held. */
@RestController
@RequestMapping("/api/v1/channels/{channel}/rule")
class RuleController {

    private static final int NAME_MAX = 60;
    private static final int RAILS_MAX = 20;
    private static final int HOURS_MAX = 24 * 90;

    private final Rules rules;
    private final Channels channels;
    private final Shops shops;
    private final GuardPrices guardPrices;
    private final ShopScope scope;
    private final Trail trail;

    RuleController(Rules rules, Channels channels, Shops shops, GuardPrices guardPrices, ShopScope scope, Trail trail) {
        this.rules = rules;
        this.channels = channels;
        this.shops = shops;
        this.guardPrices = guardPrices;
        this.scope = scope;
        this.trail = trail;
    }

    @GetMapping
    View show(Caller caller, @PathVariable ChannelId channel) {
        var shop = ChannelKey.of(caller, channel).shop();
        var own = own(shop);
        return scope.in(shop, () -> view(shop, known(shop, own, channel)));
    }

    /** The whole rule; a price list that breaks an agreement is refused like any other price. */
    @PutMapping
    View write(Caller caller, @PathVariable ChannelId channel, @RequestBody Request request) {
        var shop = ChannelKey.of(caller, channel).shop();
        var own = own(shop);
        var rule = request.rule();
        return scope.in(shop, () -> {
            known(shop, own, channel);
            if (rule.priceList() != null) {
                known(shop, own, rule.priceList());
            }
            var template = rule.template();
            if (template != null && !rules.hasTemplate(shop, template)) {
                throw new ChannelProblem.UnknownTemplate(template);
            }
            trail.note(Note.of(shop, "channel-rule.changed", "channel", channel.value()).before(rules.of(shop, channel)).after(rule));
            rules.write(shop, channel, rule, caller.name());
            guardPrices.present(shop).stream().filter(breach -> breach.channel().equals(channel)).findFirst().ifPresent(breach -> {
                throw new ChannelProblem.BreaksAgreement(breach);
            });
            return view(shop, channel);
        });
    }

    private ChannelId own(ShopId shop) {
        return shops.byId(shop).page();
    }

    private ChannelId known(ShopId shop, ChannelId own, ChannelId channel) {
        if (!channel.equals(own)) {
            channels.get(new ChannelKey(shop, channel));
        }
        return channel;
    }

    private View view(ShopId shop, ChannelId channel) {
        return new View(rules.of(shop, channel), rules.history(shop, channel));
    }

    record Request(@Nullable ChannelId priceList, @Nullable Boolean promotions, @Nullable String riskProfile, @Nullable Long template,
            @Nullable Integer confirmHours, @Nullable List<String> rails) {

        Rule rule() {
            return new Rule(priceList, promotions == null || promotions,
                    riskProfile == null ? null : Require.text("/riskProfile", riskProfile, 1, NAME_MAX), template,
                    confirmHours == null ? null : Integer.valueOf(Require.between("/confirmHours", confirmHours, 1, HOURS_MAX)),
                    rails == null ? null : Set.copyOf(Require.items("/rails", rails, 0, RAILS_MAX)).stream().sorted().toList());
        }
    }

    /** @param history the latest first */
    record View(Rule rule, List<Change> history) {
    }
}
