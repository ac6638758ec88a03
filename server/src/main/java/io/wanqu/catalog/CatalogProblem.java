package io.wanqu.catalog;

import java.util.Map;

import io.wanqu.kernel.Problem;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.Text;

/** Why something can't be offered or found in the catalog. */
public abstract sealed class CatalogProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private CatalogProblem(String code, Kind kind, Map<String, Object> facts) {
        super("catalog." + code, kind, facts);
    }

    public static final class UnknownProduct extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public UnknownProduct(long product) {
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

    public static final class UnknownCategory extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public UnknownCategory(String category) {
            super("unknown-category", Kind.NOT_FOUND, Map.of("category", Text.shorten(category)));
        }
    }

    public static final class TooManyCategories extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public TooManyCategories(int max) {
            super("too-many-categories", Kind.CONFLICT, Map.of("max", max));
        }
    }

    /** Categories have two levels; also for one that cannot go while others lie below it. */
    public static final class TooDeep extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public TooDeep(String category) {
            super("too-deep", Kind.CONFLICT, Map.of("category", Text.shorten(category), "expected", "two levels, and the lower one goes first"));
        }
    }

    public static final class SlugTaken extends CatalogProblem {

        private static final long serialVersionUID = 1L;

        public SlugTaken(String slug) {
            super("slug-taken", Kind.CONFLICT, Map.of("field", "/slug", "slug", slug));
        }
    }
}
