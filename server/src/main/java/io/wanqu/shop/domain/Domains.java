package io.wanqu.shop.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.domain table. */
@Repository
class Domains {

    private final JdbcClient jdbc;

    Domains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> of(ShopId shop) {
        return jdbc.sql("select host, proof, state, asked_at, proved_at from shop.domain where shop_id = :shop order by host")
            .param("shop", shop.value())
            .query(Row.class)
            .list();
    }

    /** Asked for again, it keeps its proof. */
    void add(ShopId shop, Host host, String proof) {
        jdbc.sql("insert into shop.domain (shop_id, host, proof) values (:shop, :host, :proof) on conflict do nothing")
            .param("shop", shop.value())
            .param("host", host.text())
            .param("proof", proof)
            .update();
    }

    /** False when another shop has proved it: of two, the one who comes later must ask the operator. */
    boolean prove(ShopId shop, Host host) {
        try {
            return jdbc.sql("update shop.domain set state = 'proved', proved_at = coalesce(proved_at, now()) where shop_id = :shop and host = :host")
                .param("shop", shop.value())
                .param("host", host.text())
                .update() == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    boolean remove(ShopId shop, Host host) {
        return jdbc.sql("delete from shop.domain where shop_id = :shop and host = :host")
            .param("shop", shop.value())
            .param("host", host.text())
            .update() == 1;
    }

    /** Asked before any shop is known. */
    Optional<ShopId> owner(Host host) {
        return jdbc.sql("select shop_id from shop.domain where host = :host and state = 'proved'")
            .param("host", host.text())
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .optional();
    }

    record Row(String host, String proof, String state, Instant askedAt, @Nullable Instant provedAt) {
    }
}
