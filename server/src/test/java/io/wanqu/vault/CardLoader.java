package io.wanqu.vault;

import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.sealing.CardSeal;
import io.wanqu.vault.sealing.CardText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts cards into pools of other modules' tests without the detour through a file; they read {@code CODE-<pool>-<n>}. */
@Component
public class CardLoader {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final CardSeal seal;
    private final CountsStock stock;

    CardLoader(JdbcClient jdbc, Ids ids, CardSeal seal, CountsStock stock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.seal = seal;
        this.stock = stock;
    }

    @Transactional
    public void load(ShopId shop, PoolId pool, int count) {
        load(shop, pool, IntStream.range(0, count).mapToObj(n -> "CODE-" + pool + "-" + ids.next()).toList());
    }

    /** Returns the cards' ids in the order of the secrets. */
    @Transactional
    public List<Long> load(ShopId shop, PoolId pool, List<String> secrets) {
        stock.loaded(shop, pool, secrets.size());
        var rows = secrets.stream().map(secret -> {
            var id = ids.next();
            return new Row(id, seal.seal(shop, id, new CardText(null, secret)), "label of " + secret.length() + "/" + id);
        }).toList();
        jdbc.sql("""
                insert into vault.card (shop_id, card_id, pool_id, batch_id, expires_at, line_no, uses_max, uses_left, state,
                                        fingerprint, sealed, label)
                select :shop, card_id, :pool, 1, 'infinity', 1, 1, 1, 'available', fingerprint, sealed, label
                  from unnest(:ids, :fingerprints, :sealed, :labels) as row (card_id, fingerprint, sealed, label)
                """)
            .params(Columns.of(rows)
                    .longs("ids", Row::id)
                    .bytes("fingerprints", row -> row.sealed.fingerprint())
                    .bytes("sealed", row -> row.sealed.bytes())
                    .texts("labels", Row::label)
                    .and("shop", shop.value())
                    .and("pool", pool.value())
                    .params())
            .update();
        return rows.stream().map(Row::id).toList();
    }

    private record Row(long id, CardSeal.Sealed sealed, String label) {
    }
}
