package io.wanqu.identity.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roles that there are in a shop: those of the house, and those of identity.role. */
@Repository
class OwnRoles {

    private final JdbcClient jdbc;

    OwnRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Named> all(ShopId shop) {
        var all = new ArrayList<Named>();
        Arrays.stream(Role.values()).filter(role -> role.in(shop)).forEach(role -> all.add(new Named(role.text(), role.scopes(), true)));
        all.addAll(own(shop));
        return all;
    }

    /** What the role may do; refuses one that there is not. */
    Named must(ShopId shop, String name) {
        var all = all(shop);
        return all.stream().filter(role -> role.name.equals(name)).findFirst()
                .orElseThrow(() -> new StaffProblem.UnknownRole(all.stream().map(Named::name).collect(Collectors.joining(", "))));
    }

    List<Named> own(ShopId shop) {
        return jdbc.sql("select name, scopes from identity.role where shop_id = :shop order by name")
            .param("shop", shop.value())
            .query((row, n) -> new Named(row.getString("name"), StaffTable.scopes(row.getString("name"), row.getArray("scopes")), false))
            .list();
    }

    /** False when there is one of this name. */
    boolean add(ShopId shop, String name, Set<Scope> scopes, String by) {
        return jdbc.sql("insert into identity.role (shop_id, name, scopes, made_by) values (:shop, :name, :scopes, :by) on conflict do nothing")
            .param("shop", shop.value())
            .param("name", name)
            .param("scopes", scopes.stream().map(Scope::name).sorted().toArray(String[]::new))
            .param("by", by)
            .update() == 1;
    }

    boolean remove(ShopId shop, String name) {
        return jdbc.sql("delete from identity.role where shop_id = :shop and name = :name").param("shop", shop.value()).param("name", name).update() == 1;
    }

    /** Nobody gives what he does not hold himself. */
    static void mustHold(Caller caller, Set<Scope> scopes) {
        scopes.stream().filter(scope -> !caller.scopes().contains(scope)).sorted().findFirst().ifPresent(scope -> {
            throw new StaffProblem.MoreThanHeld(scope);
        });
    }

    /** @param house whether it is one of the house, which nobody changes */
    record Named(String name, Set<Scope> scopes, boolean house) {
    }
}
