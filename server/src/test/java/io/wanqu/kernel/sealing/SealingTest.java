package io.wanqu.kernel.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class SealingTest {

    @Autowired
    private Sealing sealing;
    @Autowired
    private DataSource dataSource;
    @Autowired
    private Ids ids;

    @Test
    void opens_what_it_sealed_for_that_row_alone() {
        var shop = new ShopId(ids.next());

        var sealed = sealing.seal(shop, "vault.card/1", "CODE".getBytes(UTF_8));

        assertThat(new String(sealing.open(shop, "vault.card/1", sealed), UTF_8)).isEqualTo("CODE");
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(shop, "vault.card/2", sealed));
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(new ShopId(ids.next()), "vault.card/1", sealed));
    }

    @Test
    void finds_a_key_while_every_connection_of_the_pool_is_taken() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            takeAll(taken);

            var sealed = sealing.seal(new ShopId(ids.next()), "vault.card/1", "CODE".getBytes(UTF_8));

            assertThat(sealed).isNotEmpty();
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
    }

    private void takeAll(List<Connection> taken) throws SQLException {
        var pool = (HikariDataSource) dataSource;
        while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
            taken.add(pool.getConnection());
        }
    }
}
