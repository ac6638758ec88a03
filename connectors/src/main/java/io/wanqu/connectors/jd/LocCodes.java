package io.wanqu.connectors.jd;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import java.util.Map;

/** Redeems codes of local services, which JD makes and its buyers bring to the shop. */
public final class LocCodes {

    private final ChannelAccount account;
    private final JdClient client;

    LocCodes(ChannelAccount account) {
        this.account = account;
        this.client = new JdClient(account);
    }

    /** The same request number redeems once, however often it is sent. */
    public Outcome redeem(String requestNumber, Code code, int times) {
        return client.done(Call.LOC_CONSUME, Map.of(
            "requestId", requestNumber,
            "codeNum", code.number(),
            "pwdNumber", code.password().reveal(),
            "shopId", account.shopId(),
            "consumeCount", times));
    }

    /** What a buyer brings. */
    public record Code(String number, Secret password) {
    }
}
