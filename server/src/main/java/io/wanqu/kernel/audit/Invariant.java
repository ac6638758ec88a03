package io.wanqu.kernel.audit;

import java.util.List;

import io.wanqu.kernel.ShopId;

/** A sentence that must be true of a shop's rows at every moment. Checked in one snapshot with all the others. */
public interface Invariant {

    /** A word for it by which a page finds its own words: {@code stock}. */
    String name();

    /** The sentence, as it is shown: {@code every unit of a pool is somewhere}. */
    String sentence();

    /** What contradicts it, one line each and without secrets; empty when it holds. */
    List<String> violations(ShopId shop);
}
