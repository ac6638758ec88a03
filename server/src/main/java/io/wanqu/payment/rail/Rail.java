package io.wanqu.payment.rail;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A way to be paid. Whatever calls the provider is called outside of any transaction and may be repeated: the same number
 * is the same payment and the same refund. It throws {@link RailException} when the provider can't be asked or refuses.
 */
public interface Rail {

    /** The name in orders, callbacks and books: {@code wechatpay}. */
    String name();

    Set<Method> methods();

    /** The names of the keys that an account of this rail must bring. */
    Set<String> keys();

    /** Asks the provider for the money; the same payment asked for again is the same payment at the provider. */
    Started start(RailAccount account, Asked asked);

    Seen query(RailAccount account, Reference payment);

    /** Ends an unpaid payment at the provider; one that was paid already is reported as paid. */
    Seen close(RailAccount account, Reference payment);

    /** Returns money; the same number asked for again is the same refund. */
    Sent refund(RailAccount account, RefundAsked refund);

    Sent refundState(RailAccount account, RefundAsked refund);

    /**
     * Verifies a callback on the raw bytes, against a clock too, and reads it; a kind that means nothing to us is an empty list.
     *
     * @param headers by lower-case name
     * @throws ForgedNotice when signature, time, or form are wrong
     */
    List<RailNotice> read(RailAccount account, Map<String, String> headers, byte[] body);

    /** What the rail wants to read when the notice was taken in, or was of no interest. */
    Reply acknowledged();

    /** What makes the rail tell it again. */
    Reply failed();

    /**
     * What the page needs in order to let the buyer pay.
     *
     * @param transaction the provider's own number, where it gives one before the money comes
     */
    record Started(Map<String, String> instruction, @Nullable String transaction) {

        /** An instruction may hold what only the buyer may have. */
        @Override
        public String toString() {
            return "Started[" + instruction.keySet() + "]";
        }
    }

    record Reply(int status, String contentType, String body) {
    }
}
