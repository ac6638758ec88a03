package io.wanqu.payment.wechatpay;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.HashType;
import com.wechat.pay.java.service.billdownload.model.QueryBillEntity;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.BillRail.BillLine;
import io.wanqu.payment.rail.RailException;

import org.jspecify.annotations.Nullable;

/** A day's bill: its address and hash first, then the table, read by the names of its columns. */
final class Bills {

    /** Names of the columns [M]; a bill without one of them is refused rather than guessed at. */
    private static final String TIME = "交易时间";
    private static final String TRANSACTION = "微信订单号";
    private static final String PAYMENT = "商户订单号";
    private static final String STATE = "交易状态";
    private static final String CURRENCY = "货币种类";
    private static final String PAID = "订单金额";
    private static final String REFUND = "商户退款单号";
    private static final String REFUNDED = "申请退款金额";
    private static final String FEE = "手续费";

    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final String NONE = "NO_STATEMENT_EXIST";

    private final Client client;

    Bills(Client client) {
        this.client = client;
    }

    List<BillLine> of(LocalDate day) {
        var request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        var service = new BillDownloadService.Builder().httpClient(client.http).decryptor(client.config.createDecryptor()).build();
        try {
            return lines(download(Calls.call(() -> service.getTradeBill(request))));
        } catch (RailException e) {
            if (e.code().equals(NONE)) {
                return List.of();
            }
            throw e;
        }
    }

    /** Only below the provider's own address, because the request is signed with the account's key. */
    private String download(QueryBillEntity bill) {
        if (!bill.getDownloadUrl().startsWith(client.base + "/")) {
            throw RailException.refused("bill-address", "the bill lies at another address than the provider's");
        }
        var content = Calls.call(() -> {
            try (var stream = client.http.download(Transport.PROVIDER + bill.getDownloadUrl().substring(client.base.length()))) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw RailException.later("bill", "the bill could not be read to its end");
            }
        });
        if (bill.getHashType() != HashType.SHA1 || !sha1(content).equalsIgnoreCase(bill.getHashValue())) {
            throw RailException.later("bill-hash", "the bill is not what the provider announced");
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Every value has a back-tick before it; a second table with sums follows and is not read. */
    static List<BillLine> lines(String text) {
        var rows = text.replace("\uFEFF", "").lines().toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var names = rows.getFirst().split(",");
        var columns = IntStream.range(0, names.length).boxed().collect(Collectors.toMap(at -> names[at].strip(), at -> at, (first, _) -> first));
        var lines = new ArrayList<BillLine>();
        for (var row : rows.subList(1, rows.size())) {
            if (!row.startsWith("`")) {
                break;
            }
            var line = line(columns, row.substring(1).split(",`", -1));
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static @Nullable BillLine line(Map<String, Integer> columns, String[] values) {
        var state = value(columns, values, STATE);
        var refund = state.equals("REFUND");
        if (!refund && !state.equals("SUCCESS")) {
            return null;
        }
        var amount = minor(value(columns, values, refund ? REFUNDED : PAID));
        return new BillLine(refund ? BillLine.Kind.REFUND : BillLine.Kind.PAYMENT, value(columns, values, PAYMENT),
                refund ? value(columns, values, REFUND) : null, value(columns, values, TRANSACTION),
                Money.of(amount, value(columns, values, CURRENCY)), minor(value(columns, values, FEE)),
                LocalDateTime.parse(value(columns, values, TIME).replace(' ', 'T')).toInstant(BEIJING));
    }

    private static String value(Map<String, Integer> columns, String[] values, String name) {
        var at = columns.get(name);
        if (at == null || at >= values.length) {
            throw RailException.refused("bill-form", "the bill has no column " + name);
        }
        return values[at].strip();
    }

    /** Fees have more decimals than money has. */
    private static long minor(String yuan) {
        return new BigDecimal(yuan).movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-1 is missing in this Java", e);
        }
    }
}
