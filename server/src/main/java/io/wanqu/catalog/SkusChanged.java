package io.wanqu.catalog;

import java.util.Collection;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows when rows of many products were changed at once: their lowest price, their words, and the copies of pages. */
@Component
public class SkusChanged {

    private final ProductParts parts;

    SkusChanged(ProductParts parts) {
        this.parts = parts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void in(ShopId shop, Collection<Long> products) {
        if (!products.isEmpty()) {
            parts.skusChanged(shop, products);
        }
    }
}
