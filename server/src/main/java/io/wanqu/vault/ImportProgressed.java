package io.wanqu.vault;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** An import has come so far: lines read, cards loaded, lines refused or known already. */
@Named("vault.import-progressed")
public record ImportProgressed(ShopId shop, PoolId pool, long importId, long lines, long loaded, long duplicates,
        long errors, boolean done) implements Event {

    @Override
    @JsonIgnore
    public long subject() {
        return importId;
    }
}
