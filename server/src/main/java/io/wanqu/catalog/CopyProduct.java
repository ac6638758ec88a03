package io.wanqu.catalog;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;

import org.springframework.stereotype.Component;

/** Makes a draft out of a product, so that a like one need not be written from nothing. */
@Component
class CopyProduct {

    private static final int TITLE_MAX = 110;

    private final StaffProducts products;
    private final WriteProduct writeProduct;
    private final WriteSku writeSku;
    private final ShopScope scope;

    CopyProduct(StaffProducts products, WriteProduct writeProduct, WriteSku writeSku, ShopScope scope) {
        this.products = products;
        this.writeProduct = writeProduct;
        this.writeSku = writeSku;
        this.scope = scope;
    }

    long copy(ShopId shop, long product) {
        var from = products.find(shop, product);
        var content = from.content();
        var title = from.title().length() <= TITLE_MAX ? from.title() : from.title().substring(0, TITLE_MAX);
        return scope.in(shop, () -> {
            var copy = writeProduct.add(shop, new WriteProduct.Content(title + " 2", content.description(), WriteProduct.State.DRAFT,
                    content.howToUse(), content.warranty(), content.tags(), content.weight(), content.categories(), content.pictures()));
            from.skus().forEach(sku -> writeSku.add(shop, copy, new WriteSku.Content(sku.pool(), sku.title(), sku.price(), false,
                    sku.perOrderMax(), sku.chooseable(), sku.compareAtMinor())));
            return copy;
        });
    }
}
