package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Tokens;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final TaobaoWorld world = new TaobaoWorld();
    private final ChannelSession session = world.connector().open(world.account(Tokens.none(), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void turns_the_code_an_owner_brought_into_the_pair_in_force() {
        var pair = session.authorise(world.ownersCode());

        assertThat(pair.access()).isEqualTo(world.granted().access());
        assertThat(pair.refresh()).isEqualTo(world.granted().refresh());
        assertThat(pair.accessEndsAt()).isAfter(world.now().plus(Duration.ofDays(29)));
        assertThat(pair.refreshEndsAt()).isAfter(world.now().plus(Duration.ofDays(59)));
    }

    @Test
    void gets_another_pair_for_an_old_one() {
        var pair = session.refresh(world.granted());

        assertThat(pair.access()).isNotEqualTo(world.granted().access());
        assertThat(world.refreshes()).isEqualTo(1);
        assertThat(pair.toString()).doesNotContain(pair.access().reveal());
    }

    @Test
    void asks_for_the_owner_when_nobody_subscribes_to_the_application() {
        world.stage().pull("/app", "{\"appKey\":\"%s\",\"appSecret\":\"%s\",\"extra\":{\"subscription\":\"false\"}}"
            .formatted(world.appKey(), world.account(Tokens.none(), Clock.systemUTC()).app().secret().reveal()));

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.refresh(world.granted()))
            .matches(ConnectorException::needsAuthorisation)
            .matches(trouble -> trouble.code().contains("isv.refresh-token-not-allowed"));
        assertThat(world.refreshes()).isZero();
    }

    @Test
    void asks_for_authorisation_when_the_code_is_unknown() {
        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.authorise("never-issued"))
            .matches(ConnectorException::needsAuthorisation);
    }
}
