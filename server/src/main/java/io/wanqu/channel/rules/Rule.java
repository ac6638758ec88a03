package io.wanqu.channel.rules;

import java.util.List;

import io.wanqu.kernel.ChannelId;

import org.jspecify.annotations.Nullable;

/**
 * How one channel is run.
 *
 * @param priceList    the channel whose price list applies here too; its own where absent
 * @param promotions   whether promotions of the shop count here
 * @param riskProfile  by name, the usual one where absent
 * @param template     what offers are made from unless they name another
 * @param confirmHours after how long a delivered order counts as confirmed; the shop's usual clock where absent
 * @param rails        the only rails that may be used here; all where absent
 */
public record Rule(@Nullable ChannelId priceList, boolean promotions, @Nullable String riskProfile, @Nullable Long template,
        @Nullable Integer confirmHours, @Nullable List<String> rails) {

    public static final Rule USUAL = new Rule(null, true, null, null, null, null);
}
