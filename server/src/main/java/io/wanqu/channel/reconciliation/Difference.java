package io.wanqu.channel.reconciliation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is not the same there and here.
 *
 * @param subject what it is about, so that it is found once however often it is looked for
 * @param facts   what the explanation speaks of; never a code
 */
record Difference(String code, String subject, Map<String, Object> facts, Action action) {

    /** What would repair it. */
    enum Action {
        TAKE_ORDER, WRITE_BACK, REFUND, PUSH_STOCK, EXPLAIN;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Action> of(String text) {
            return Arrays.stream(values()).filter(action -> action.text().equals(text)).findFirst();
        }
    }
}
