package io.wanqu.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What can be bought: one variant of a product. */
public record SkuId(long value) implements Id {

    @JsonCreator
    public static SkuId of(String text) {
        return new SkuId(Id.parse("sku", text));
    }

    @Override
    public String toString() {
        return text();
    }
}
