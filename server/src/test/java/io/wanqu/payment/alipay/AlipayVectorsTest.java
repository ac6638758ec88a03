package io.wanqu.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.BillRail.BillLine;
import io.wanqu.payment.rail.RailException;

import org.junit.jupiter.api.Test;

/** What the kit signs of a call and of a notification, each with one that is off by a letter. */
class AlipayVectorsTest {

    private static final Map<String, String> CALL = Map.of(
            "app_id", "2014072300007148",
            "method", "alipay.trade.precreate",
            "format", "JSON",
            "charset", "utf-8",
            "sign_type", "RSA2",
            "timestamp", "2024-01-01 00:00:00",
            "version", "1.0",
            "notify_url", "https://shop.example/notify",
            "biz_content", "{\"out_trade_no\":\"ORD1\",\"total_amount\":\"88.88\",\"subject\":\"Card\"}");
    private static final Map<String, String> NOTICE = Map.ofEntries(
            Map.entry("app_id", "2014072300007148"),
            Map.entry("charset", "utf-8"),
            Map.entry("notify_id", "ac05099524730693a8b330c5ecf72da9786"),
            Map.entry("notify_time", "2024-01-01 00:00:05"),
            Map.entry("notify_type", "trade_status_sync"),
            Map.entry("out_trade_no", "ORD1"),
            Map.entry("seller_id", "2088102119685838"),
            Map.entry("total_amount", "88.88"),
            Map.entry("trade_no", "2024010122001000000000000001"),
            Map.entry("trade_status", "TRADE_SUCCESS"),
            Map.entry("version", "1.0"),
            Map.entry("passback_params", ""),
            Map.entry("sign", "x"),
            Map.entry("sign_type", "RSA2"));

    @Test
    void a_call_is_signed_over_its_sorted_parameters() throws GeneralSecurityException {
        assertThat(sha256(AlipaySignature.getSignContent(new HashMap<>(CALL))))
                .isEqualTo("0b6f540dc4b79faa4139a3322f29893ba611b47f0d5fffc3ca065c4a459d1654");

        var changed = new HashMap<>(CALL);
        changed.put("version", "1.1");
        assertThat(sha256(AlipaySignature.getSignContent(changed)))
                .isNotEqualTo("0b6f540dc4b79faa4139a3322f29893ba611b47f0d5fffc3ca065c4a459d1654");
    }

    @Test
    void a_notification_is_signed_without_the_signature_and_its_kind() throws GeneralSecurityException {
        assertThat(sha256(AlipaySignature.getSignCheckContentV1(new HashMap<>(NOTICE))))
                .isEqualTo("39e0453a039354c342038d54a658233d56104cb42e199901294651d6dc235521");

        var changed = new HashMap<>(NOTICE);
        changed.put("total_amount", "88.89");
        assertThat(sha256(AlipaySignature.getSignCheckContentV1(changed)))
                .isNotEqualTo("39e0453a039354c342038d54a658233d56104cb42e199901294651d6dc235521");
    }

    @Test
    void chinese_is_signed_as_it_is() throws GeneralSecurityException, AlipayApiException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var keys = generator.generateKeyPair();
        var told = new HashMap<>(NOTICE);
        told.put("subject", "月卡 30 天");
        told.put("sign", AlipaySignature.rsa256Sign(AlipaySignature.getSignCheckContentV1(new HashMap<>(told)),
                Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()), "UTF-8"));
        var key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());

        assertThat(AlipaySignature.verifyV1(new HashMap<>(told), key, "UTF-8", "RSA2")).isTrue();
        told.put("subject", "月卡 31 天");
        assertThat(AlipaySignature.verifyV1(told, key, "UTF-8", "RSA2")).isFalse();
    }

    @Test
    void amounts_are_exact_or_none() {
        assertThat(Yuan.text(Money.of(8888, "CNY"))).isEqualTo("88.88");
        assertThat(Yuan.text(Money.of(1, "CNY"))).isEqualTo("0.01");
        assertThat(Yuan.money("88.8")).isEqualTo(Money.of(8880, "CNY"));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Yuan.money("0.001"));
        assertThatExceptionOfType(RailException.class).isThrownBy(() -> Yuan.text(Money.of(1, "USD")));
    }

    @Test
    void the_table_of_details_is_taken_out_of_the_archive() throws IOException {
        var gbk = Charset.forName("GB18030");
        var bytes = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(bytes, gbk)) {
            archive.putNextEntry(new ZipEntry("2088_20240101_业务明细(汇总).csv"));
            archive.write("门店编号\n合计\n".getBytes(gbk));
            archive.putNextEntry(new ZipEntry("2088_20240101_业务明细.csv"));
            archive.write(("#支付宝业务明细查询\n支付宝交易号,商户订单号,业务类型,完成时间,订单金额（元）,退款批次号/请求号,服务费（元）\n"
                    + "2024\t,7001\t,交易\t,2024-01-01 08:00:00\t,10.00\t,\t,-0.06\t\n"
                    + "2024\t,7001\t,退款\t,2024-01-01 09:00:00\t,-4.00\t,8001\t,0.00\t\n#end\n").getBytes(gbk));
        }

        var lines = Bills.lines(Bills.text(bytes.toByteArray()));

        assertThat(lines).extracting(BillLine::kind).containsExactly(BillLine.Kind.PAYMENT, BillLine.Kind.REFUND);
        assertThat(lines.getFirst().feeMinor()).isEqualTo(-6);
        assertThat(lines.getLast().amount()).isEqualTo(Money.of(400, "CNY"));
        assertThat(lines.getLast().refund()).isEqualTo("8001");
        assertThatExceptionOfType(RailException.class).isThrownBy(() -> Bills.lines("商户订单号\n7001\n"));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
