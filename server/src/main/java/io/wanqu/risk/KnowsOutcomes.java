package io.wanqu.risk;

import java.util.Collection;
import java.util.Set;

import io.wanqu.kernel.ShopId;

/** Whoever owns the things that were decided about tells with it which of them turned out well. */
public interface KnowsOutcomes {

    /** Those of the subjects that were paid for and whose money was kept. */
    Set<Long> good(ShopId shop, Collection<Long> subjects);
}
