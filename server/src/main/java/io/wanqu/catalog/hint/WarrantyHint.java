package io.wanqu.catalog.hint;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/** Tells how long after delivery a buyer may complain; whoever decides complaints answers. */
public interface WarrantyHint {

    Map<PoolId, Duration> warranties(ShopId shop, long product, Collection<PoolId> pools);
}
