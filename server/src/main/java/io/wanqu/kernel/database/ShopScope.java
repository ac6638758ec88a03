package io.wanqu.kernel.database;

import java.util.function.Supplier;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work on behalf of one shop, in a transaction whose database role can't see or change a row of another shop,
 * whatever the statements say. The batch core runs as the owner and is the only code that may cross shops.
 */
@Component
public class ShopScope {

    private static final String ROLE = "wanqu_shop";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShopScope(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Role and shop are settings of the transaction, so that neither a commit nor an exception leaves them on the
     * connection. Inside another shop's scope it refuses: the work of one shop has no business there.
     */
    public <T> T in(ShopId shop, Supplier<T> work) {
        return transaction.execute(status -> {
            var before = enter(new Session(ROLE, shop.text()));
            if (before.role().equals(ROLE) && !before.shop().equals(shop.text())) {
                throw new IllegalStateException("work for shop " + shop.text() + " inside the scope of shop " + before.shop());
            }
            var result = work.get();
            enter(before);
            return result;
        });
    }

    /** Sets role and shop for the rest of the transaction; the answer is what they were. */
    private Session enter(Session session) {
        return jdbc.sql("""
                select current_setting('role') as role_before,
                       coalesce(current_setting('wanqu.shop', true), '') as shop_before,
                       set_config('wanqu.shop', :shop, true),
                       set_config('role', :role, true)
                """)
            .param("shop", session.shop())
            .param("role", session.role())
            .query((row, n) -> new Session(row.getString("role_before"), row.getString("shop_before")))
            .single();
    }

    private record Session(String role, String shop) {
    }
}
