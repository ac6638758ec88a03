package io.wanqu.customer;

import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

/** Says who somebody is right now. Ask it when it is needed and keep the order or the account: a link may be undone. */
public interface Persons {

    /** Who placed the order; empty while he was not recognised yet, or where nothing is known of him. */
    Optional<CustomerId> of(ShopId shop, OrderId order);

    /** The person a customer is one with: himself, or the oldest of those he is linked with. */
    Optional<CustomerId> of(ShopId shop, CustomerId customer);

    /** Who an account is in a shop; several, when he proved signs that are not linked there. */
    List<CustomerId> of(ShopId shop, AccountId account);

    /** Whose a person is; empty where he has no account. */
    Optional<AccountId> account(ShopId shop, CustomerId customer);
}
