package io.wanqu.customer;

import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;

/** Writes down each use of personal data, where the person can read it; in the transaction in which the data is opened. */
public interface DataUses {

    void note(ShopId shop, List<Use> uses);

    /**
     * One use of one field.
     *
     * @param field  which one, for example {@code phone}
     * @param reason in the words of whoever used it
     * @param by     the staff member or program
     */
    record Use(About about, String field, Purpose purpose, String reason, String by) {
    }

    /** Whose data it is: at least one is known. */
    record About(@Nullable CustomerId customer, @Nullable AccountId account, @Nullable OrderId order) {

        public static About customer(CustomerId customer) {
            return new About(customer, null, null);
        }

        public static About account(AccountId account) {
            return new About(null, account, null);
        }

        public static About order(OrderId order) {
            return new About(null, null, order);
        }
    }

    /** What personal data may be opened for; there is no other reason. */
    enum Purpose {
        DELIVERY, AFTER_SALE, COMPLAINT, FRAUD, LEGAL, MARKETING, EXPORT, ERASURE, INCIDENT, MERGE, SHARING;

        private static final List<Purpose> STAFF = List.of(DELIVERY, AFTER_SALE, COMPLAINT, FRAUD, LEGAL, MARKETING);

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** One for which staff may ask. */
        public static Purpose asked(@Nullable String text) {
            return STAFF.stream().filter(it -> it.text().equals(text)).findFirst()
                    .orElseThrow(() -> new InvalidValue("/purpose", "one of " + String.join(", ", STAFF.stream().map(Purpose::text).toList())));
        }
    }
}
