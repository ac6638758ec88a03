package io.wanqu.payment.alipay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;

import com.alipay.api.domain.AlipayDataDataserviceBillDownloadurlQueryModel;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.BillRail.BillLine;
import io.wanqu.payment.rail.RailException;

/** A day's bill: its address first, then the table, packed or not, read by the names of its columns. */
final class Bills {

    /** Names of the columns [M]; a bill without one of them is refused rather than guessed at. */
    private static final String TRANSACTION = "支付宝交易号";
    private static final String PAYMENT = "商户订单号";
    private static final String KIND = "业务类型";
    private static final String TIME = "完成时间";
    private static final String AMOUNT = "订单金额（元）";
    private static final String REFUND = "退款批次号/请求号";
    private static final String FEE = "服务费（元）";

    /** What the provider says of a day without trades [M]. */
    private static final String NONE = "isp.bill_not_exist";
    private static final String DETAILS = "明细";
    private static final String SUMS = "汇总";
    private static final Charset PACKED = Charset.forName("GB18030");
    private static final int SIZE_MAX = 200_000_000;
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private final Client client;

    Bills(Client client) {
        this.client = client;
    }

    List<BillLine> of(LocalDate day) {
        var model = new AlipayDataDataserviceBillDownloadurlQueryModel();
        model.setBillType("trade");
        model.setBillDate(day.toString());
        var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizModel(model);
        var answer = client.ask(request);
        if (NONE.equals(answer.getSubCode())) {
            return List.of();
        }
        if (!answer.isSuccess()) {
            throw Client.refusal(answer);
        }
        return lines(text(download(URI.create(answer.getBillDownloadUrl()))));
    }

    /** The address comes in a verified answer; all the same it is read only over TLS, except on this machine. */
    private byte[] download(URI address) {
        if (!"https".equals(address.getScheme()) && !client.base.getAuthority().equals(address.getAuthority())) {
            throw RailException.refused("bill-address", "the bill lies at an address without TLS");
        }
        try {
            var answer = HTTP.send(HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw RailException.later("bill", "the bill's address answers with status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw RailException.later("bill", "the bill could not be read to its end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RailException.later("bill", "reading the bill was interrupted");
        }
    }

    /** The real bill is an archive with two tables in an older encoding; the one with details is wanted. */
    static String text(byte[] content) {
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, StandardCharsets.UTF_8);
        }
        try (var archive = new ZipInputStream(new ByteArrayInputStream(content), PACKED)) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().contains(DETAILS) && !entry.getName().contains(SUMS)) {
                    return new String(archive.readNBytes(SIZE_MAX), PACKED);
                }
            }
        } catch (IOException e) {
            throw RailException.later("bill", "the bill's archive is damaged");
        }
        throw RailException.refused("bill-form", "the bill's archive holds no table of details");
    }

    /** Lines that begin with a number sign are remarks; the first other one names the columns. */
    static List<BillLine> lines(String text) {
        var columns = new HashMap<String, Integer>();
        var lines = new ArrayList<BillLine>();
        text.replace("\uFEFF", "").lines().filter(row -> !row.isBlank() && !row.startsWith("#")).forEach(row -> {
            var values = row.split(",", -1);
            if (columns.isEmpty()) {
                for (var at = 0; at < values.length; at++) {
                    columns.putIfAbsent(values[at].strip(), at);
                }
            } else {
                lines.add(line(columns, values));
            }
        });
        return lines;
    }

    private static BillLine line(Map<String, Integer> columns, String[] values) {
        var refund = value(columns, values, KIND).equals("退款");
        var minor = Yuan.money(value(columns, values, AMOUNT));
        return new BillLine(refund ? BillLine.Kind.REFUND : BillLine.Kind.PAYMENT, value(columns, values, PAYMENT),
                refund ? value(columns, values, REFUND) : null, value(columns, values, TRANSACTION),
                new Money(Math.abs(minor.minor()), minor.currency()), Yuan.rounded(value(columns, values, FEE)),
                LocalDateTime.parse(value(columns, values, TIME).replace(' ', 'T')).atZone(BEIJING).toInstant());
    }

    private static String value(Map<String, Integer> columns, String[] values, String name) {
        var at = columns.get(name);
        if (at == null || at >= values.length) {
            throw RailException.refused("bill-form", "the bill has no column " + name);
        }
        return values[at].strip();
    }
}
