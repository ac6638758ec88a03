package io.wanqu.kernel;

import java.util.Collection;
import java.util.Set;

/**
 * Knows from whose pools a shop sells, where the owner of several shops lets one sell from another's. The pool, its cards and
 * their deliveries stay with the shop that keeps it. All but one of the answers come from memory, so shops that share nothing
 * pay nothing.
 */
public interface SharedStock {

    /** The shop that keeps the pool: the asking shop itself, or the one that lets it sell from it, or once did. */
    ShopId keeper(ShopId shop, PoolId pool);

    /** The other shops that sell from this pool, or once did. */
    Set<ShopId> borrowers(ShopId keeper, PoolId pool);

    /** The other shops that sell from any pool of this one, or once did. */
    Set<ShopId> borrowers(ShopId keeper);

    /** The other shops from whose pools this shop sells, or once did. */
    Set<ShopId> keepers(ShopId shop);

    /** Those that the shop may begin to sell from now. None of them can be taken back before the end of the transaction. */
    Set<Borrowed> lockOpen(Collection<Borrowed> wanted);

    /** A pool of another shop. */
    record Borrowed(ShopId shop, PoolId pool) {
    }
}
