package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Rsa;
import io.wanqu.simulators.wechatpay.Gateway.Call;
import io.wanqu.simulators.wechatpay.Gateway.Reply;
import java.security.cert.CertificateEncodingException;

/** Hands out the platform's certificate, wrapped under the merchant's own key. */
final class CertificateApi {

    private static final String ASSOCIATED = "certificate";

    private final Provider provider;

    CertificateApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("GET", "/v3/certificates", this::certificates);
    }

    private Reply certificates(Call call) {
        var node = Json.object();
        var data = node.putArray("data");
        if (!call.merchant().byPublicKey()) {
            var certificate = provider.keys().certificate();
            var nonce = Aead.nonce(12);
            data.addObject()
                .put("serial_no", provider.keys().serial())
                .put("effective_time", Provider.beijing(certificate.getNotBefore().toInstant()))
                .put("expire_time", Provider.beijing(certificate.getNotAfter().toInstant()))
                .putObject("encrypt_certificate")
                .put("algorithm", Aead.NAME)
                .put("nonce", nonce)
                .put("associated_data", ASSOCIATED)
                .put("ciphertext", Aead.seal(call.merchant().apiV3Key(), ASSOCIATED, nonce, pem()));
        }
        return Reply.ok(node);
    }

    private String pem() {
        try {
            return Rsa.pem("CERTIFICATE", provider.keys().certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
