package io.wanqu.shop;

import java.util.Locale;
import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why a shop can't be opened, found or used. */
public abstract sealed class ShopProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private ShopProblem(String code, Kind kind, Map<String, Object> facts) {
        super("shop." + code, kind, facts);
    }

    public static final class Unknown extends ShopProblem {

        private static final long serialVersionUID = 1L;

        Unknown(String shop) {
            super("unknown", Kind.NOT_FOUND, Map.of("shop", shop));
        }
    }

    public static final class SlugTaken extends ShopProblem {

        private static final long serialVersionUID = 1L;

        SlugTaken(String slug) {
            super("slug-taken", Kind.CONFLICT, Map.of("field", "/slug", "slug", slug));
        }
    }

    public static final class NotOpen extends ShopProblem {

        private static final long serialVersionUID = 1L;

        NotOpen(String slug, Shop.State state) {
            super("not-open", Kind.CONFLICT, Map.of("shop", slug, "state", state.name().toLowerCase(Locale.ROOT)));
        }
    }
}
