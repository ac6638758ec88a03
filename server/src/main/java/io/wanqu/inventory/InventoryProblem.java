package io.wanqu.inventory;

import java.util.Map;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.Problem;

/** Every way in which stock can be refused. */
public abstract sealed class InventoryProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private InventoryProblem(String code, Kind kind, Map<String, Object> facts) {
        super("inventory." + code, kind, facts);
    }

    public static final class OutOfStock extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        OutOfStock(PoolId pool, int wanted, long left) {
            super("out-of-stock", Kind.CONFLICT, Map.of("pool", pool, "wanted", wanted, "left", left));
        }
    }

    public static final class TooManyHeld extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        TooManyHeld(String by, int most) {
            super("too-many-held", Kind.LIMITED, Map.of("by", by, "most", most, "expected", "pay or cancel an open order first"));
        }
    }

    public static final class UnknownPool extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        public UnknownPool(PoolId pool) {
            super("unknown-pool", Kind.NOT_FOUND, Map.of("pool", pool));
        }
    }

    public static final class QuotaTooLarge extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        public QuotaTooLarge(long wanted, long left) {
            super("quota-too-large", Kind.CONFLICT, Map.of("field", "quota", "wanted", wanted, "expected", "at most " + left));
        }
    }

    public static final class AlreadyWaiting extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        public AlreadyWaiting() {
            super("already-waiting", Kind.CONFLICT, Map.of());
        }
    }

    public static final class NotWaiting extends InventoryProblem {

        private static final long serialVersionUID = 1L;

        public NotWaiting() {
            super("not-waiting", Kind.NOT_FOUND, Map.of());
        }
    }
}
