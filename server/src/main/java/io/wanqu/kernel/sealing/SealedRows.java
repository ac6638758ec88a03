package io.wanqu.kernel.sealing;

import java.util.OptionalLong;

import io.wanqu.kernel.ShopId;

/**
 * Stored values that are sealed with a shop's key. Every module that keeps some for long has a bean of this kind; values
 * that go by themselves need none, a rotation then waits until they are gone.
 */
public interface SealedRows {

    /**
     * Seals anew the next rows, in their own transaction, whose values begin with the prefix; a row that changed
     * meanwhile is left as it is. Returns where to go on, or nothing at the end.
     */
    OptionalLong sealAnew(ShopId shop, byte[] prefix, long after);
}
