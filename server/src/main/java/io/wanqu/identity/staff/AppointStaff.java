package io.wanqu.identity.staff;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Gives somebody a place in a shop, for all of its channels. */
@Component
public class AppointStaff {

    private final StaffTable table;
    private final KnownStaff known;

    AppointStaff(StaffTable table, KnownStaff known) {
        this.table = table;
        this.known = known;
    }

    /** False for who has a place there already, which stays as it is. */
    public boolean appoint(ShopId shop, AccountId account, Role role) {
        var added = table.add(shop, account, role.text(), null);
        known.forget(account);
        return added;
    }
}
