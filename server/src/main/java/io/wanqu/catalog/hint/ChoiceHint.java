package io.wanqu.catalog.hint;

import java.util.Collection;
import java.util.Map;

import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Tells which single cards a buyer may pick from just now; whoever keeps the cards answers. */
public interface ChoiceHint {

    /** The first of each pool, by one statement. */
    Map<PoolId, Page<Choice>> first(ShopId shop, Collection<PoolId> pools, int each);

    Page<Choice> page(ShopId shop, PoolId pool, long after, int limit);

    /** What these cards cost more, all together; one that is none costs nothing here, and is refused when it is ordered. */
    long premiumMinor(ShopId shop, Collection<Long> cards);

    /**
     * A card as a buyer sees it before it is his.
     *
     * @param premiumMinor what it costs more than the price of the SKU
     */
    record Choice(String card, String label, long premiumMinor) {

        @JsonIgnore
        public long number() {
            return Long.parseLong(card);
        }
    }
}
