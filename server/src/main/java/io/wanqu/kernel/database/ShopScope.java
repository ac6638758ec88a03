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

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShopScope(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public <T> T in(ShopId shop, Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("select set_config('wanqu.shop', :shop, true), set_config('role', 'wanqu_shop', true)")
                .param("shop", shop.text())
                .query((row, n) -> row.getString(1))
                .single();
            var result = work.get();
            jdbc.sql("select set_config('role', 'none', true)").query((row, n) -> row.getString(1)).single();
            return result;
        });
    }
}
