package io.wanqu.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The catalog.product table, as the shop's staff use it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ProductTable {

    private final JdbcClient jdbc;

    ProductTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ShopId shop, long id, WriteProduct.Content content) {
        jdbc.sql("""
                insert into catalog.product (shop_id, id, title, description, state)
                values (:shop, :id, :title, :description, :state)
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("title", content.title())
            .param("description", content.description())
            .param("state", content.stateText())
            .update();
    }

    boolean change(ShopId shop, long id, WriteProduct.Content content) {
        return jdbc.sql("""
                update catalog.product
                   set title = :title, description = :description, state = :state, changed_at = now()
                 where shop_id = :shop
                   and id = :id
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("title", content.title())
            .param("description", content.description())
            .param("state", content.stateText())
            .update() == 1;
    }

    Optional<Row> find(ShopId shop, long id) {
        return jdbc.sql("""
                select id, title, description, state
                  from catalog.product
                 where shop_id = :shop
                   and id = :id
                """)
            .param("shop", shop.value())
            .param("id", id)
            .query(ProductTable::read)
            .optional();
    }

    /** Newest first, below {@code before}. */
    List<Row> list(ShopId shop, long before, int limit) {
        return jdbc.sql("""
                select id, title, description, state
                  from catalog.product
                 where shop_id = :shop
                   and id < :before
                 order by id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query(ProductTable::read)
            .list();
    }

    private static Row read(ResultSet row, int n) throws SQLException {
        return new Row(row.getLong("id"), row.getString("title"), row.getString("description"),
                WriteProduct.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    record Row(long id, String title, String description, WriteProduct.State state) {
    }
}
