package io.wanqu.simulators.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.wechatpay.Gateway.Call;
import io.wanqu.simulators.wechatpay.Gateway.Reply;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A day's trades as a table: first its address and hash, then the table itself. */
final class BillApi {

    /** The names of the columns are from memory [M]; readers should go by name. */
    private static final String HEAD = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
        + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Provider provider;
    private final Map<String, String> bills = new ConcurrentHashMap<>();

    BillApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("GET", "/v3/bill/tradebill", this::tradeBill);
        gateway.offer("GET", "/v3/billdownload/file", this::file);
    }

    private Reply tradeBill(Call call) {
        var day = day(call.request().parameter("bill_date"));
        var lines = lines(call.merchant(), day);
        if (lines.isEmpty()) {
            throw Refusal.noBill();
        }
        var text = HEAD + "\r\n" + String.join("\r\n", lines) + "\r\n总交易单数\r\n`" + lines.size() + "\r\n";
        var token = provider.next("bill");
        bills.put(token, text);
        return Reply.ok(Json.object()
            .put("hash_type", "SHA1")
            .put("hash_value", sha1(text))
            .put("download_url", "http://" + call.request().headers().getOrDefault("Host", "localhost")
                + "/wechatpay/v3/billdownload/file?token=" + token));
    }

    /** Yesterday at the latest, unless a control made the day's own bill readable. */
    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (provider.billsAtOnce() || day.isBefore(LocalDate.ofInstant(provider.now(), BEIJING))) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter("bill_date is a date");
        }
        throw Refusal.noBill();
    }

    private List<String> lines(Merchant merchant, LocalDate day) {
        var lines = new ArrayList<String>();
        for (var trade : provider.trades()) {
            synchronized (trade) {
                if (!trade.merchant.mchid().equals(merchant.mchid()) || trade.paidAt == null) {
                    continue;
                }
                if (LocalDate.ofInstant(trade.paidAt, BEIJING).equals(day)) {
                    lines.add(line(trade, trade.paidAt, null));
                }
                for (var refund : trade.refunds) {
                    if (refund.succeededAt != null && LocalDate.ofInstant(refund.succeededAt, BEIJING).equals(day)) {
                        lines.add(line(trade, refund.succeededAt, refund));
                    }
                }
            }
        }
        return lines;
    }

    private static String line(Trade trade, Instant at, @Nullable Refund refund) {
        var total = yuan(trade.asked.totalFen());
        return String.join(",", List.of(Provider.beijing(at).substring(0, 19).replace('T', ' '), trade.asked.app(), trade.merchant.mchid(),
                "0", "", trade.transaction, trade.asked.number(), "oSimulated", trade.asked.kind().name(),
                refund == null ? "SUCCESS" : "REFUND", "OTHERS", "CNY", refund == null ? total : "0.00", "0.00",
                refund == null ? "0" : refund.id, refund == null ? "0" : refund.number, refund == null ? "0.00" : yuan(refund.amountFen),
                "0.00", refund == null ? "" : "ORIGINAL", refund == null ? "" : refund.status, trade.asked.description().replace(',', ' '),
                trade.asked.attach(), "0.00", "0.60%", refund == null ? total : "0.00", refund == null ? "0.00" : yuan(refund.amountFen), "")
            .stream().map(each -> '`' + each).toList());
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private Reply file(Call call) {
        var text = bills.get(call.request().parameter("token"));
        if (text == null) {
            throw Refusal.noResource();
        }
        return new Reply(200, text, "text/plain; charset=utf-8");
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
