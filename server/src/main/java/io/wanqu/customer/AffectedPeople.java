package io.wanqu.customer;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;

/** Finds whom an incident touches. */
public interface AffectedPeople {

    /** The next of them behind {@code after}, in the order of shop and person. */
    List<Person> find(Asked asked, @Nullable Person after, int limit);

    /**
     * Whose data was where at that time: of everybody who had ordered by then, or of those whose data was used within it.
     *
     * @param shop   null for all shops
     * @param usedBy only what this staff member or program used; null for whoever
     */
    record Asked(@Nullable ShopId shop, Instant from, Instant until, Way way, @Nullable String usedBy) {
    }

    enum Way {
        ORDERS, DATA_USES
    }

    /** @param account null where he has none, or is not known by it */
    record Person(ShopId shop, CustomerId customer, @Nullable AccountId account) {
    }
}
