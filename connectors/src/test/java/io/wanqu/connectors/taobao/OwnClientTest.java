package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import com.taobao.api.ApiException;
import com.taobao.api.BaseTaobaoRequest;
import com.taobao.api.DefaultTaobaoClient;
import com.taobao.api.TaobaoResponse;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's own client finds the simulator to be what it knows. */
class OwnClientTest {

    private final TaobaoWorld world = new TaobaoWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "hmac", "hmac-sha256"})
    void reads_a_trade_whichever_way_it_signs(String signMethod) throws ApiException {
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        var body = client(world.account(Tokens.none(), Clock.systemUTC()).app().secret().reveal(), signMethod)
            .execute(new FullInfo(placed.orderId()), world.granted().access().reveal()).getBody();

        assertThat(body).contains("trade_fullinfo_get_response").contains(placed.orderId())
            .contains("WAIT_SELLER_SEND_GOODS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "hmac", "hmac-sha256"})
    void is_told_when_its_secret_is_wrong(String signMethod) throws ApiException {
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        var response = client("guessed", signMethod)
            .execute(new FullInfo(placed.orderId()), world.granted().access().reveal());

        assertThat(response.getErrorCode()).isEqualTo("25");
        assertThat(response.getBody()).doesNotContain("WAIT_SELLER_SEND_GOODS");
    }

    private DefaultTaobaoClient client(String secret, String signMethod) {
        var account = world.account(Tokens.none(), Clock.systemUTC());
        var client = new DefaultTaobaoClient(account.baseUri() + "/router/rest", account.app().key(), secret, "json",
            2000, 5000, signMethod);
        client.setNeedEnableLogger(false);
        return client;
    }

    /** Reads one trade. */
    private static final class FullInfo extends BaseTaobaoRequest<FullInfoResponse> {

        private final String tid;

        FullInfo(String tid) {
            this.tid = tid;
        }

        @Override
        public String getApiMethodName() {
            return "taobao.trade.fullinfo.get";
        }

        @Override
        public Map<String, String> getTextParams() {
            return Map.of("tid", tid, "fields", "tid,status,title");
        }

        @Override
        public Class<FullInfoResponse> getResponseClass() {
            return FullInfoResponse.class;
        }

        @Override
        public void check() {
        }
    }

    /** Only the body matters. */
    public static final class FullInfoResponse extends TaobaoResponse {
        private static final long serialVersionUID = 1L;
    }
}
