package io.wanqu.vault;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** So many uses of a batch were taken back from sale. */
@Named("vault.cards-recalled")
public record CardsRecalled(ShopId shop, PoolId pool, long batch, long count) implements Event {

    @Override
    @JsonIgnore
    public long subject() {
        return batch;
    }
}
