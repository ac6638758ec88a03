package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever restarts a server has desks that listen to it all day. */
@ExtendWith(World.Shared.class)
class StopTest {

    /** Less than the half minute for which a server waits for requests that it has not answered. */
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    @Test
    void a_server_stops_though_desks_listen_for_orders(World world) throws Exception {
        var shop = world.openShop();
        try (var client = HttpClient.newHttpClient(); var desk = shop.listen(client)) {
            var heard = desk.iterator();
            assertThat(heard.next()).isEqualTo("event:ready");

            var began = System.nanoTime();
            world.server().stop();

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(STOP_MAX);
        } finally {
            world.server().start();
        }
    }
}
