package io.wanqu.identity.staff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

/** The roles of the house and what each may do: no more than the work needs. */
public enum Role {

    OWNER(Where.BOTH, EnumSet.allOf(Scope.class)),
    MANAGER(Where.SHOP, EnumSet.complementOf(EnumSet.of(Scope.MONEY_WRITE, Scope.AGREEMENTS_WAIVE))),
    CATALOG(Where.SHOP, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.CATALOG_WRITE)),
    STOCK(Where.SHOP, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.STOCK_WRITE, Scope.CARDS_WRITE)),
    SERVICE(Where.BOTH, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ, Scope.ORDERS_WRITE, Scope.CUSTOMERS_READ,
            Scope.CUSTOMERS_REVEAL)),
    FINANCE(Where.BOTH, EnumSet.of(Scope.SHOP_READ, Scope.ORDERS_READ, Scope.LEDGER_READ, Scope.MONEY_WRITE, Scope.AUDIT_READ)),
    CHANNELS(Where.SHOP, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ, Scope.CHANNELS_WRITE)),
    TILL(Where.SHOP, EnumSet.of(Scope.SHOP_READ, Scope.ORDERS_READ, Scope.ORDERS_WRITE, Scope.CARDS_REVEAL)),
    ANALYST(Where.BOTH, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ, Scope.LEDGER_READ)),
    VIEWER(Where.BOTH, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.ORDERS_READ)),
    PRODUCT(Where.PLATFORM, EnumSet.of(Scope.SHOP_READ, Scope.STOCK_READ, Scope.CATALOG_WRITE, Scope.AUDIT_READ)),
    OPERATIONS(Where.PLATFORM, EnumSet.of(Scope.SHOP_READ, Scope.SHOP_WRITE, Scope.STOCK_READ, Scope.ORDERS_READ, Scope.AUDIT_READ)),
    OPERATOR(Where.PLATFORM, EnumSet.allOf(Scope.class));

    private final Where where;
    private final Set<Scope> scopes;

    Role(Where where, Set<Scope> scopes) {
        this.where = where;
        this.scopes = Set.copyOf(scopes);
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean in(ShopId shop) {
        return where == Where.BOTH || (where == Where.PLATFORM) == shop.equals(ShopId.PLATFORM);
    }

    static Optional<Role> find(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }

    private enum Where {
        SHOP, PLATFORM, BOTH
    }
}
