package io.wanqu.payment.wechatpay;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import com.wechat.pay.java.core.AbstractRSAConfig;
import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.certificate.CertificateDownloader;
import com.wechat.pay.java.core.certificate.CertificateHandler;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.cipher.Signer;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.util.PemUtil;

import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailException;

/** The kit, set up with one account's keys. */
final class Client {

    /** Names of the keys; the last two belong together and stand for the newer way without certificates. */
    static final String PRIVATE_KEY = "privateKey";
    static final String SERIAL = "serial";
    static final String API_V3_KEY = "apiV3Key";
    static final String PUBLIC_KEY = "publicKey";
    static final String PUBLIC_KEY_ID = "publicKeyId";
    /** Present when every order of this account is frozen to be shared. */
    static final String SHARING = "sharing";

    private static final String SIGNATURE_TYPE = "WECHATPAY2-SHA256-RSA2048";
    private static final String CIPHER = "AEAD_AES_256_GCM";
    private static final String CERTIFICATES = Transport.PROVIDER + "/v3/certificates";

    final Config config;
    final Transport http;
    final Signer signer;
    final NotificationParser parser;
    final String base;
    final boolean sharing;

    private Client(Config config, Verifier verifier, AeadAesCipher cipher, RailAccount account) {
        this.config = config;
        var uri = account.baseUri() == null ? Transport.PROVIDER : account.baseUri();
        this.base = uri.toString();
        this.http = new Transport(config.createCredential(), config.createValidator(), uri);
        this.signer = config.createSigner();
        this.sharing = account.keys().has(SHARING);
        var verifiers = new HashMap<String, Verifier>();
        verifiers.put(SIGNATURE_TYPE, verifier);
        var ciphers = new HashMap<String, AeadCipher>();
        ciphers.put(CIPHER, cipher);
        this.parser = new NotificationParser(verifiers, ciphers);
    }

    static Client of(RailAccount account, Clock clock) {
        var keys = account.keys();
        var cipher = new AeadAesCipher(keys.reveal(API_V3_KEY).getBytes(StandardCharsets.UTF_8));
        var own = privateKey(keys);
        if (keys.has(PUBLIC_KEY)) {
            var key = publicKey(keys);
            var id = keys.reveal(PUBLIC_KEY_ID);
            return new Client(new ByPublicKey(account.payee(), own, keys.reveal(SERIAL), key, id), new RSAVerifier(key, id), cipher, account);
        }
        var config = new ByCertificate(account.payee(), own, keys.reveal(SERIAL), certificates(account, own, cipher, clock));
        return new Client(config, new RSAVerifier(config.certificates), cipher, account);
    }

    /**
     * Certificates come sealed under the account's own key, which proves where they are from; the signature of that one answer
     * can't be checked before they are read.
     */
    private static Certificates certificates(RailAccount account, PrivateKey own, AeadAesCipher cipher, Clock clock) {
        var unverified = new ByCertificate(account.payee(), own, account.keys().reveal(SERIAL), new Certificates(Map::of, clock));
        var http = new Transport(unverified.createCredential(), new Unverified(),
                account.baseUri() == null ? Transport.PROVIDER : account.baseUri());
        var downloader = new CertificateDownloader.Builder()
                .certificateHandler(new Chainless())
                .aeadCipher(cipher)
                .httpClient(http)
                .downloadUrl(CERTIFICATES)
                .build();
        return new Certificates(() -> Calls.call(downloader::download), clock);
    }

    private static PrivateKey privateKey(Keys keys) {
        try {
            return PemUtil.loadPrivateKeyFromString(keys.reveal(PRIVATE_KEY));
        } catch (RuntimeException e) {
            // Not its cause: a parser's complaint may quote what it could not read.
            throw RailException.refused("bad-key", "privateKey is no RSA key in PKCS#8");
        }
    }

    private static PublicKey publicKey(Keys keys) {
        try {
            return PemUtil.loadPublicKeyFromString(keys.reveal(PUBLIC_KEY));
        } catch (RuntimeException e) {
            throw RailException.refused("bad-key", "publicKey is no RSA key");
        }
    }

    /** Keys on our side, certificates on theirs. */
    private static final class ByCertificate extends AbstractRSAConfig {

        private final Certificates certificates;

        ByCertificate(String merchant, PrivateKey own, String serial, Certificates certificates) {
            super(merchant, own, serial, certificates);
            this.certificates = certificates;
        }
    }

    private static final class ByPublicKey extends AbstractRSAConfig {

        ByPublicKey(String merchant, PrivateKey own, String serial, PublicKey key, String id) {
            super(merchant, own, serial, key, id);
        }
    }

    /** For the one answer that brings the certificates. */
    private static final class Unverified implements Validator {

        @Override
        public <T> boolean validate(HttpHeaders headers, String body) {
            return true;
        }

        @Override
        public <T> String getSerialNumber() {
            return "";
        }
    }

    /** Only who holds the account's key could have sealed a certificate, so no chain is followed. */
    private static final class Chainless implements CertificateHandler {

        @Override
        public X509Certificate generateCertificate(String certificate) {
            return PemUtil.loadX509FromString(certificate);
        }

        @Override
        public void validateCertPath(X509Certificate certificate) {
            // Nothing to be done, for the reason above.
        }
    }
}
