package io.wanqu.identity.staff;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import io.wanqu.kernel.Caller.Scope;

/** What somebody is in a shop, and what he may do there: no more than the work needs. */
public enum Role {

    OWNER(EnumSet.allOf(Scope.class)),
    MANAGER(EnumSet.complementOf(EnumSet.of(Scope.MONEY_WRITE, Scope.AGREEMENTS_WAIVE))),
    SUPPORT(EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ, Scope.ORDERS_WRITE)),
    ACCOUNTANT(EnumSet.of(Scope.SHOP_READ, Scope.ORDERS_READ, Scope.LEDGER_READ, Scope.AUDIT_READ)),
    VIEWER(EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ));

    private final Set<Scope> scopes;

    Role(Set<Scope> scopes) {
        this.scopes = Set.copyOf(scopes);
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
