package io.wanqu.storefront.bot;

import java.util.List;

import io.wanqu.kernel.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * What the bot answers.
 *
 * @param order an order that this conversation began, and whose link goes with the answer
 */
record Reply(String text, List<Button> buttons, @Nullable OrderId order) {

    Reply(String text, List<Button> buttons) {
        this(text, buttons, null);
    }

    /** Either sends its data back to us or opens the order's link. */
    record Button(String text, String data) {
    }
}
