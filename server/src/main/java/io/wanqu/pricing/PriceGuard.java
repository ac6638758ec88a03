package io.wanqu.pricing;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/** Somebody above may refuse a price list before it is written; asked inside the transaction that writes it. */
public interface PriceGuard {

    /** Throws the refusal; where it is waived, writes the reason down instead. */
    void check(ShopId shop, SkuId sku, List<WritePriceList.Row> rows, @Nullable Waiver waiver);

    /** Who takes it upon themselves, and why. */
    record Waiver(String reason, String by) {
    }
}
