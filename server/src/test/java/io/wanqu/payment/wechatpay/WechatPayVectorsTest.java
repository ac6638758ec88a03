package io.wanqu.payment.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.wechat.pay.java.core.auth.WechatPay2Credential;
import com.wechat.pay.java.core.cipher.AeadAesCipher;
import com.wechat.pay.java.core.cipher.RSASigner;
import com.wechat.pay.java.core.cipher.RSAVerifier;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.Seen;

import org.junit.jupiter.api.Test;

/** Published values of the provider's signatures and seals, each with one that is off by a byte. */
class WechatPayVectorsTest {

    private static final String TRANSACTION = """
            DUcegK33A8MEOgdCtMPWwAdqzVjy3c3BTENCdjZ/7K2gbkFM2sU/cZ/UPNrLir4DXaSrqBdzgGy/sMCWIPKVQdMoXuhYsWslZRd+TXwPBs8X7UOQ511F3CKsPI+G\
            Ao+HPlfJ2hKZ1jwbGTSkNBMPyUaUdyQag+sHnnisNS4C5dQEMaW7sgU6fiebjSmn9bW+fsmsF/5/XoM7TiPnWrbTjeG7l0uDX3zdLNsFt552PahUZmpoygcam6xZTdBF\
            DzK06D3gv/7Xnvn/c1YxN+qOLTk2ln0NY8Yf/IcdrEhWGS4MDq+VI5v5Po3W35yO0g9kWUllomB56Cxmyo69iVm3Kw7+XAtl5vayavbpRwljpEloVk6jMjYdFtHDUWOc\
            2bYS2h+wGkMZXpFkDwxVnDwmfwUmsHlKd50Sravl4VVDundWoXSC9IkjhAeqjsSXhJkv3pV5Lktg/YB4wZFTbROBVrwWvWk5U7WhGEWUyySOsJVxoVXf3f8iZmrAcgAR\
            a/hsXkUkxr4wjW0AWCXOdLwa3UTC83IcbOHjdFD7HVE=""";

    @Test
    void opens_and_seals_the_published_message() {
        var cipher = new AeadAesCipher("a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb".getBytes(UTF_8));

        assertThat(cipher.encrypt("associatedData".getBytes(UTF_8), "uluk4a9R25RW".getBytes(UTF_8), "message".getBytes(UTF_8)))
                .isEqualTo("ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=");
        assertThatExceptionOfType(DecryptionException.class).isThrownBy(() -> cipher.decrypt("associatedDatb".getBytes(UTF_8),
                "uluk4a9R25RW".getBytes(UTF_8), Base64.getDecoder().decode("ulwSiIajGClcvcOYvOQ7+l+0PAbzzwI=")));
    }

    @Test
    void opens_the_published_transaction() {
        var cipher = new AeadAesCipher("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        var sealed = Base64.getDecoder().decode(TRANSACTION);

        var opened = GsonUtil.getGson().fromJson(cipher.decrypt("transaction".getBytes(UTF_8), "fdasflkja484".getBytes(UTF_8), sealed),
                Transaction.class);

        assertThat(Paying.seen(opened)).isEqualTo(Seen.paid("4200001234202401010000000001", Money.of(100, "CNY"), "1900000001", "wxd678efh567hg6787"));
        assertThat(opened.getOutTradeNo()).isEqualTo("ORD202401010001");
        sealed[7] ^= 1;
        assertThatExceptionOfType(DecryptionException.class)
                .isThrownBy(() -> cipher.decrypt("transaction".getBytes(UTF_8), "fdasflkja484".getBytes(UTF_8), sealed));
    }

    @Test
    void signs_the_published_texts() throws GeneralSecurityException {
        assertThat(sha256("GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n"))
                .isEqualTo("fab5c8a222049f386cb01453c7dc712c7997e756271557b0ef6e2e5060575373");
        assertThat(sha256(Instructions.text("wx2421b1c4370ec43b", "1554208460", "593BEC0C930BF1AFEB40B4A08C8FB242",
                "prepay_id=wx201410272009395522657a690389285100")))
                .isEqualTo("bf5c0eab11b7710ea376aaa5038ad079fb8175af60d6cbf676fa3bcc4d218bcb");
        assertThat(sha256(new RequestParam.Builder().timestamp("1554208460").nonce("593BEC0C930BF1AFEB40B4A08C8FB242")
                .serialNumber("s").signature("s").body("{\"id\":\"x\"}").build().getMessage()))
                .isEqualTo("bac106419bb20ff99e9617f3b980f2c93c5d9b9f2bbc7f4f5731604e8f800052");
        assertThat(sha256("1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n{\"id\":\"y\"}\n"))
                .isNotEqualTo("bac106419bb20ff99e9617f3b980f2c93c5d9b9f2bbc7f4f5731604e8f800052");
    }

    @Test
    void the_kit_signs_exactly_the_five_lines() throws GeneralSecurityException {
        var keys = pair();
        var header = new WechatPay2Credential("1900000001", new RSASigner("serial", keys.getPrivate()))
                .getAuthorization(URI.create("https://api.mch.weixin.qq.com/v3/pay/transactions/id/1?mchid=1900000001"), "POST", "{\"名\":\"卡\"}");
        var parts = Pattern.compile("(\\w+)=\"([^\"]*)\"").matcher(header).results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
        var text = "POST\n/v3/pay/transactions/id/1?mchid=1900000001\n" + parts.get("timestamp") + '\n' + parts.get("nonce_str")
                + "\n{\"名\":\"卡\"}\n";

        assertThat(header).startsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\"");
        assertThat(signed(keys, text, parts.get("signature"))).isTrue();
        assertThat(signed(keys, text.replace("卡", "币"), parts.get("signature"))).isFalse();
    }

    @Test
    void a_callback_in_chinese_is_opened_by_the_kit() throws GeneralSecurityException {
        var keys = pair();
        var cipher = new AeadAesCipher("0123456789abcdef0123456789abcdef".getBytes(UTF_8));
        var sealed = cipher.encrypt("transaction".getBytes(UTF_8), "fdasflkja484".getBytes(UTF_8), "{\"attach\":\"卡密\"}".getBytes(UTF_8));
        var body = """
                {"id":"x","resource":{"algorithm":"AEAD_AES_256_GCM","ciphertext":"%s","associated_data":"transaction","nonce":"fdasflkja484"}}
                """.strip().formatted(sealed);
        var parser = new NotificationParser(Map.of("WECHATPAY2-SHA256-RSA2048", new RSAVerifier(keys.getPublic(), "key")),
                Map.of("AEAD_AES_256_GCM", cipher));
        var told = new RequestParam.Builder().timestamp("1").nonce("n").serialNumber("key").body(body)
                .signature(sign(keys, "1\nn\n" + body + "\n")).build();

        assertThat(parser.parse(told, JsonObject.class).get("attach").getAsString()).isEqualTo("卡密");
    }

    @Test
    void reads_a_bill_by_the_names_of_its_columns() {
        var lines = Bills.lines("\uFEFF交易时间,商户订单号,微信订单号,交易状态,货币种类,订单金额,商户退款单号,申请退款金额,手续费\r\n"
                + "`2024-01-01 08:00:00,`7001,`4200001,`SUCCESS,`CNY,`10.00,`0,`0.00,`0.06000\r\n"
                + "`2024-01-01 09:00:00,`7001,`4200001,`REFUND,`CNY,`0.00,`8001,`4.00,`-0.02400\r\n"
                + "`2024-01-01 09:00:00,`7002,`4200002,`REVOKED,`CNY,`0.00,`0,`0.00,`0.00\r\n"
                + "总交易单数,应结订单总金额\r\n`2,`10.00\r\n");

        assertThat(lines).hasSize(2);
        assertThat(lines).extracting(line -> line.feeMinor()).isEqualTo(List.of(6L, -2L));
        assertThat(lines.getLast().refund()).isEqualTo("8001");
        assertThat(lines.getFirst().at()).isEqualTo("2024-01-01T00:00:00Z");
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static boolean signed(KeyPair keys, String text, String signature) throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(keys.getPublic());
        verifier.update(text.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static String sign(KeyPair keys, String text) throws GeneralSecurityException {
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(keys.getPrivate());
        signer.update(text.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
