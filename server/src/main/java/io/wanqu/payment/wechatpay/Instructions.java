package io.wanqu.payment.wechatpay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.core.util.NonceUtil;

import io.wanqu.payment.rail.RailAccount;

/** What the buyer's page, mini program or application is handed, signed where the provider's own software checks it. */
final class Instructions {

    private static final int NONCE_LENGTH = 32;

    private final Signer signer;
    private final Clock clock;

    Instructions(Signer signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    Map<String, String> nativePay(String codeUrl) {
        return Map.of("code_url", codeUrl);
    }

    Map<String, String> h5(String url) {
        return Map.of("h5_url", url);
    }

    Map<String, String> jsapi(String app, String prepay) {
        var timestamp = timestamp();
        var nonce = NonceUtil.createNonce(NONCE_LENGTH);
        var named = "prepay_id=" + prepay;
        var instruction = new LinkedHashMap<String, String>();
        instruction.put("appId", app);
        instruction.put("timeStamp", timestamp);
        instruction.put("nonceStr", nonce);
        instruction.put("package", named);
        instruction.put("signType", "RSA");
        instruction.put("paySign", signer.sign(text(app, timestamp, nonce, named)).getSign());
        return instruction;
    }

    Map<String, String> app(RailAccount account, String prepay) {
        var timestamp = timestamp();
        var nonce = NonceUtil.createNonce(NONCE_LENGTH);
        var instruction = new LinkedHashMap<String, String>();
        instruction.put("appid", account.app());
        instruction.put("partnerid", account.payee());
        instruction.put("prepayid", prepay);
        instruction.put("package", "Sign=WXPay");
        instruction.put("noncestr", nonce);
        instruction.put("timestamp", timestamp);
        instruction.put("sign", signer.sign(text(account.app(), timestamp, nonce, prepay)).getSign());
        return instruction;
    }

    /** Four lines, each ended. */
    static String text(String app, String timestamp, String nonce, String last) {
        return app + '\n' + timestamp + '\n' + nonce + '\n' + last + '\n';
    }

    private String timestamp() {
        return Long.toString(clock.instant().getEpochSecond());
    }
}
