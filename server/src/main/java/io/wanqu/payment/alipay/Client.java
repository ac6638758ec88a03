package io.wanqu.payment.alipay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.Set;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;

import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;

/** The kit, set up with one account's keys; its complaints become words that may be logged. */
final class Client {

    static final String PRIVATE_KEY = "privateKey";
    static final String ALIPAY_PUBLIC_KEY = "alipayPublicKey";
    /** Present when every trade of this account is frozen to be shared. */
    static final String SHARING = "sharing";

    static final String CHARSET = "UTF-8";
    static final String SIGN_TYPE = "RSA2";

    private static final URI PROVIDER = URI.create("https://openapi.alipay.com/gateway.do");
    /** Answers that leave open whether it happened. */
    private static final Set<String> UNCLEAR = Set.of("ACQ.SYSTEM_ERROR", "ACQ.TRADE_SETTLE_ERROR", "isp.unknow-error", "aop.ACQ.SYSTEM_ERROR");
    /** It did not happen, but may once somebody brought money or some time has passed [M]. */
    private static final Set<String> LATER = Set.of("ACQ.SELLER_BALANCE_NOT_ENOUGH", "isv.app-call-limited", "isp.service-busy");

    static {
        // The kit would log whole requests when a call fails.
        AlipayLogger.setNeedEnableLogger(false);
    }

    final RailAccount account;
    final String publicKey;
    final boolean sharing;
    final URI base;
    private final DefaultAlipayClient kit;

    private Client(RailAccount account, DefaultAlipayClient kit, URI base) {
        this.account = account;
        this.kit = kit;
        this.base = base;
        this.publicKey = bare(account.keys().reveal(ALIPAY_PUBLIC_KEY));
        this.sharing = account.keys().has(SHARING);
    }

    static Client of(RailAccount account) {
        var base = account.baseUri() == null ? PROVIDER : account.baseUri();
        var config = new AlipayConfig();
        config.setServerUrl(base.toString());
        config.setAppId(account.app());
        config.setFormat("json");
        config.setCharset(CHARSET);
        config.setSignType(SIGN_TYPE);
        config.setPrivateKey(bare(account.keys().reveal(PRIVATE_KEY)));
        config.setAlipayPublicKey(bare(account.keys().reveal(ALIPAY_PUBLIC_KEY)));
        config.setCustomizedHttpClient(new Transport());
        try {
            return new Client(account, new DefaultAlipayClient(config), base);
        } catch (AlipayApiException e) {
            throw RailException.refused("bad-key", "the keys of this account can't be read");
        }
    }

    /** The kit wants keys without the lines of PEM around them. */
    private static String bare(String key) {
        return key.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    /** Asks, and takes nothing but a success for an answer. */
    <T extends AlipayResponse> T call(AlipayRequest<T> request) {
        var answer = ask(request);
        if (!answer.isSuccess()) {
            throw refusal(answer);
        }
        return answer;
    }

    /** Asks; the answer is verified, but may be a refusal. */
    <T extends AlipayResponse> T ask(AlipayRequest<T> request) {
        try {
            var answer = kit.execute(request);
            if (answer == null || answer.getCode() == null) {
                throw RailException.unclear("no-answer", "the provider's answer has no code");
            }
            return answer;
        } catch (AlipayApiException e) {
            throw failure(e);
        }
    }

    /** A signed address for the buyer's browser; nothing is sent. */
    <T extends AlipayResponse> String page(AlipayRequest<T> request) {
        try {
            return kit.pageExecute(request, "GET").getBody();
        } catch (AlipayApiException e) {
            throw failure(e);
        }
    }

    /** A signed text for the buyer's application; nothing is sent. */
    <T extends AlipayResponse> String order(AlipayRequest<T> request) {
        try {
            return kit.sdkExecute(request).getBody();
        } catch (AlipayApiException e) {
            throw failure(e);
        }
    }

    static RailException refusal(AlipayResponse answer) {
        var code = answer.getSubCode() == null ? String.valueOf(answer.getCode()) : answer.getSubCode();
        var words = "answered with code " + answer.getCode();
        if (LATER.contains(code)) {
            return RailException.later(code, words);
        }
        return "20000".equals(answer.getCode()) || UNCLEAR.contains(code) ? RailException.unclear(code, words)
                : RailException.refused(code, words);
    }

    private static RailException failure(AlipayApiException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return RailException.later("not-reached", "the provider can't be reached");
            }
            if (cause instanceof IOException) {
                return RailException.unclear("no-answer", "the provider gave no answer");
            }
        }
        // Also an answer with a wrong signature ends here: whoever wrote it, it says nothing.
        return RailException.unclear("unverified-answer", "the call failed within the kit, or the answer is not the provider's");
    }

    @Override
    public String toString() {
        return "Client[…]";
    }
}
