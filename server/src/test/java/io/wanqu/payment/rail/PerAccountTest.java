package io.wanqu.payment.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.kernel.ShopId;

import org.junit.jupiter.api.Test;

class PerAccountTest {

    @Test
    void makes_a_thing_once_for_each_version_of_an_account() {
        var made = new AtomicInteger();
        var things = new PerAccount<>(account -> made.incrementAndGet());

        assertThat(things.of(account(1, 1))).isEqualTo(1);
        assertThat(things.of(account(1, 1))).isEqualTo(1);
        assertThat(things.of(account(2, 1))).isEqualTo(2);
        assertThat(things.of(account(1, 2))).isEqualTo(3);
        assertThat(made.get()).isEqualTo(3);
    }

    private static RailAccount account(long id, long version) {
        return new RailAccount(new RailAccount.Key(new ShopId(1), id), "sandbox", null, "payee", "", new Keys(Map.of()), null, version);
    }
}
