package io.wanqu.customer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;

/** What people allow. Without a word of theirs nothing is allowed. */
public interface Consents {

    boolean allows(ShopId shop, AccountId account, Purpose purpose);

    /** Those of a shop's customers who allow it, for example before a campaign. */
    Set<CustomerId> allowing(ShopId shop, List<CustomerId> customers, Purpose purpose);

    /** What one may allow beyond what a sale needs. */
    enum Purpose {
        MARKETING, RECOMMENDATION, SHARING;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Purpose of(@Nullable String text) {
            for (var purpose : values()) {
                if (purpose.text().equals(text)) {
                    return purpose;
                }
            }
            throw new InvalidValue("/purpose", "one of marketing, recommendation, sharing");
        }
    }
}
