package io.wanqu.storefront.handoff;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * What a buyer takes along.
 *
 * @param from the channel he leaves
 */
record HandOff(ChannelId from, String source, String campaign, Content content) {

    /**
     * Never a price: it is asked for anew where the buyer arrives.
     *
     * @param chat a reference by which the other channel finds the conversation
     */
    record Content(List<Line> lines, @Nullable String chat) {

        @Override
        public String toString() {
            return "Content[" + lines.size() + " lines]";
        }
    }

    record Line(SkuId sku, int quantity) {
    }

    /** Two ways to the same thing; whoever goes one of them closes the other. */
    record Given(String code, Instant codeUntil, String token, Instant linkUntil) {

        @Override
        public String toString() {
            return "Given[…]";
        }
    }
}
