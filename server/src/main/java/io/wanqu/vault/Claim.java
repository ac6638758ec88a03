package io.wanqu.vault;

import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/**
 * So many cards of a pool for one line of a holder. Whoever holds is only a number here: an order, a consignment.
 *
 * @param chosen cards this holder had set aside by {@link ChooseCards}; nothing else replaces them
 */
public record Claim(ShopId shop, PoolId pool, long holder, int line, int quantity, List<Long> chosen) {

    /** The same at the shop that keeps the pool: cards and deliveries lie there, whoever sells them. */
    Claim at(ShopId keeper) {
        return keeper.equals(shop) ? this : new Claim(keeper, pool, holder, line, quantity, chosen);
    }

    public Claim {
        chosen = List.copyOf(chosen);
        if (quantity < 1) {
            throw new IllegalArgumentException("a claim for " + quantity + " cards");
        }
    }
}
