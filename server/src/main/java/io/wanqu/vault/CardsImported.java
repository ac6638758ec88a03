package io.wanqu.vault;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An import has ended with so many new cards. */
@Named("vault.cards-imported")
public record CardsImported(ShopId shop, PoolId pool, long batch, long count) implements Event {

    @Override
    @JsonIgnore
    public long subject() {
        return batch;
    }
}
