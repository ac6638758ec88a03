package io.wanqu.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How far the time of a callback may lie from now, to the second: the clock stands. */
@WanquTest
class SandboxRailTest {

    private static final long NOW = Instant.parse("2026-01-31T08:00:00Z").getEpochSecond();

    @Autowired
    private Shops shops;
    @Autowired
    private Sealing sealing;
    @Autowired
    private Storefront storefront;

    private SandboxRail rail;
    private Shop shop;

    @BeforeEach
    void aClockThatStands() {
        rail = new SandboxRail(shops, sealing, Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
        shop = storefront.shop();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void a_callback_of_these_five_minutes_is_read(long seconds) {
        assertThat(read(seconds)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301})
    void one_of_a_second_more_is_stale(long seconds) {
        assertThatExceptionOfType(ForgedNotice.class).isThrownBy(() -> read(seconds))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(ForgedNotice.Kind.STALE));
    }

    private List<RailNotice> read(long seconds) {
        var body = """
                {"event":"e-1","shop":"%s","payment":"7","amount":990,"currency":"CNY","payee":"%s","state":"SUCCESS"}"""
                .formatted(shop.id(), rail.payee(shop.id())).getBytes(StandardCharsets.UTF_8);
        return rail.read(rail.account(shop.id()), Map.of(SandboxRail.SIGNATURE_HEADER, rail.sign(shop.id(), NOW + seconds, body)), body);
    }
}
