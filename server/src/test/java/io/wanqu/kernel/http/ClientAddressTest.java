package io.wanqu.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            203.0.113.7 | -                          | 203.0.113.7
            203.0.113.7 | 198.51.100.1               | 203.0.113.7
            10.1.2.3    | 198.51.100.1               | 198.51.100.1
            10.1.2.3    | 6.6.6.6, 198.51.100.1      | 198.51.100.1
            10.1.2.3    | 6.6.6.6, 198.51.100.1, 10.0.0.9 | 198.51.100.1
            10.1.2.3    | nonsense                   | 10.1.2.3
            10.1.2.3    | -                          | 10.1.2.3
            11.1.2.3    | 198.51.100.1               | 11.1.2.3
            2001:db8:1:2:3:4:5:6 | -                 | 20010db800010002
            2001:db8:1:2:ffff::1 | -                 | 20010db800010002
            """)
    void believes_only_the_proxies_it_knows(String peer, @Nullable String forwarded, String expected) {
        assertThat(address(false).of(request(peer, forwarded))).isEqualTo(expected);
    }

    @Test
    void reads_all_lines_of_the_header_so_that_an_invented_first_one_is_not_believed() {
        var request = request("10.1.2.3", "6.6.6.6");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(address(false).of(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void leaves_calls_from_this_machine_alone_unless_a_proxy_passed_them_on() {
        assertThat(address(false).limited(request("127.0.0.1", null))).isFalse();
        assertThat(address(false).limited(request("0:0:0:0:0:0:0:1", null))).isFalse();
        assertThat(address(false).limited(request("127.0.0.1", "198.51.100.1"))).isTrue();
        assertThat(address(false).limited(request("10.1.2.3", null))).isTrue();
        assertThat(address(true).limited(request("127.0.0.1", null))).isTrue();
    }

    private static ClientAddress address(boolean limitLoopback) {
        return new ClientAddress(new ProxySettings(List.of("10.0.0.0/8", "192.168.7.7"), limitLoopback));
    }

    private static MockHttpServletRequest request(String peer, @Nullable String forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        return request;
    }
}
