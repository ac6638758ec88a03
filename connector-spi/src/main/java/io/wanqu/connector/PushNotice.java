package io.wanqu.connector;

import org.jspecify.annotations.Nullable;

/**
 * One verified message: a hint that something changed, never the truth itself.
 *
 * @param messageId what a repeat is recognised by
 * @param topic the channel's own word or number
 * @param orderId the order to read again, null when the message concerns none
 * @param shopId whose it is where one application serves many shops, null when not said
 */
public record PushNotice(String messageId, String topic, @Nullable String orderId, @Nullable String shopId, String raw) {

    /** The raw text may name a buyer. */
    @Override
    public String toString() {
        return "PushNotice[" + messageId + ", topic " + topic + ", order " + orderId + "]";
    }
}
