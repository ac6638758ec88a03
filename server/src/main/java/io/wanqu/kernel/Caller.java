package io.wanqu.kernel;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who asks on behalf of a shop, and what for; a controller takes it as a parameter and asks it first. */
public record Caller(ShopId shop, String name, Set<Scope> scopes) {

    /** Refuses a caller whose token lacks the scope. */
    public ShopId must(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new MissingScope(scope);
        }
        return shop;
    }

    /** Refuses everybody but the platform's own people. */
    public void mustOperate(Scope scope) {
        must(scope);
        if (!shop.equals(ShopId.PLATFORM)) {
            throw new OperatorOnly();
        }
    }

    /** What a token may do, least first: reading never changes, and secrets are a scope of their own. */
    public enum Scope {
        SHOP_READ, SHOP_WRITE, CATALOG_WRITE, STOCK_READ, STOCK_WRITE, CARDS_WRITE, CARDS_REVEAL,
        ORDERS_READ, ORDERS_WRITE, CHANNELS_WRITE, LEDGER_READ, AUDIT_READ, MONEY_WRITE, AGREEMENTS_WAIVE;

        /** As it is written in a token and in documents: {@code stock:write}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ':');
        }
    }

    /** The token is good, but not for this. */
    public static final class MissingScope extends Problem {

        private static final long serialVersionUID = 1L;

        MissingScope(Scope scope) {
            super("kernel.missing-scope", Kind.FORBIDDEN, Map.of("scope", scope.text()));
        }
    }

    /** Only those who run the platform may do this, whatever a shop's token says. */
    public static final class OperatorOnly extends Problem {

        private static final long serialVersionUID = 1L;

        OperatorOnly() {
            super("kernel.operator-only", Kind.FORBIDDEN, Map.of("expected", "a token of the platform"));
        }
    }
}
