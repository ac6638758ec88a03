package io.wanqu.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldPolicyTest {

    private final HoldPolicy policy = new HoldPolicy(Duration.ofMinutes(15), Duration.ofMinutes(3), 50, 20, 20, 60, 200);

    @ParameterizedTest
    @CsvSource({
            "100, 100, PT15M",
            " 50, 100, PT15M",
            " 25, 100, PT9M",
            " 10, 100, PT5M24S",
            "  0, 100, PT3M",
            "  0,   0, PT3M",
    })
    void keeps_stock_the_shorter_the_less_is_left(long available, long loaded, Duration expected) {
        assertThat(policy.keep(available, loaded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
            "20, 100, 100, 20",
            "20,  50, 100, 20",
            "20,  30, 100, 12",
            "20,  10, 100,  5",
            "20,   9, 100,  5",
            " 3,   1, 100,  1",
            "20,   0,   0,  5",
    })
    void allows_the_less_the_less_is_left_down_to_a_quarter(int cap, long available, long loaded, int expected) {
        assertThat(policy.cap(cap, available, loaded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"address, 300, 30", "range, 300, 60", "address, 10, 5", "range, 0, 5", "person, 10, 2147483647"})
    void no_address_and_no_network_has_more_than_its_share_of_a_pool(String by, long loaded, int share) {
        assertThat(policy.share(by, loaded)).isEqualTo(share);
    }
}
