package io.wanqu.kernel.event;

import io.wanqu.kernel.ShopId;

/**
 * Something that became true: a record of ids, amounts and times, named in the past tense, never holding a secret.
 * Its stored name comes from {@link Named}, so that a class may move without stranding what is already written.
 */
public interface Event {

    ShopId shop();

    /** What it is about: the order, the pool, the product. */
    long subject();
}
