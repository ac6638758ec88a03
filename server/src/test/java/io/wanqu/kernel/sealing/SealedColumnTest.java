package io.wanqu.kernel.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import io.wanqu.inventory.waiting.WaitingList;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class SealedColumnTest {

    @Autowired
    private List<SealedColumn> columns;
    @Autowired
    private Market market;
    @Autowired
    private WaitingList waitingList;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Sealing sealing;

    @Test
    void seals_anew_what_was_sealed_with_the_old_key_and_nothing_else() {
        var stall = market.stall(0);
        var shop = stall.shop().id();
        var place = Long.parseLong(waitingList.join(shop, stall.shop().page(), stall.pool(), 1, "lin@example.com").id());
        var old = contact(place);

        columns.forEach(column -> column.sealAnew(shop, new byte[] {1, 2, 3, 4, 5}, 0));
        assertThat(contact(place)).isEqualTo(old);
        columns.forEach(column -> column.sealAnew(shop, Arrays.copyOf(old, 5), 0));

        assertThat(contact(place)).isNotEqualTo(old);
        assertThat(new String(sealing.open(shop, "inventory.waiting/" + place, contact(place)), UTF_8)).isEqualTo("lin@example.com");
    }

    private byte[] contact(long place) {
        return jdbc.sql("select contact from inventory.waiting where waiting_id = ?").param(place)
                .query((row, n) -> row.getBytes("contact")).single();
    }
}
