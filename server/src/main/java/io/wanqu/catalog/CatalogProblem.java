package io.wanqu.catalog;

import java.util.Map;

import io.wanqu.kernel.Problem;
import io.wanqu.kernel.SkuId;

/** Why something can't be offered or found in the catalog. */
public abstract sealed class CatalogProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private CatalogProblem(String code, Kind kind, Map<String, Object> facts) {
        super("catalog." + code, kind, facts);
    }

    public static final class UnknownProduct extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        UnknownProduct(long product) {
            super("unknown-product", Kind.NOT_FOUND, Map.of("product", Long.toString(product)));
        }
    }

    /** Also for the SKU of another shop: whether it exists elsewhere is nobody's business here. */
    public static final class UnknownSku extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public UnknownSku(SkuId sku) {
            super("unknown-sku", Kind.NOT_FOUND, Map.of("sku", sku.text()));
        }
    }

    public static final class NotOnSale extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public NotOnSale(SkuId sku) {
            super("not-on-sale", Kind.CONFLICT, Map.of("sku", sku.text()));
        }
    }

    public static final class WrongCurrency extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        WrongCurrency(String got, String expected) {
            super("wrong-currency", Kind.INVALID, Map.of("field", "/price/currency", "got", got, "expected", expected));
        }
    }

    public static final class TooManySkus extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        TooManySkus(long product, int max) {
            super("too-many-skus", Kind.CONFLICT, Map.of("product", Long.toString(product), "max", max));
        }
    }
}
