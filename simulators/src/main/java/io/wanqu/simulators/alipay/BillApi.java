package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.alipay.Gateway.Call;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A day's trades as a table; the real one comes as a packed file in an older encoding. */
final class BillApi {

    /** The names of the columns are from memory [M]; readers should go by name. */
    private static final String HEAD = "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,"
        + "订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,"
        + "卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注";

    private final Provider provider;

    BillApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("alipay.data.dataservice.bill.downloadurl.query", call -> Json.object()
            .put("bill_download_url", gateway.keep(call.host(), bill(call))));
    }

    private String bill(Call call) {
        if (!call.need("bill_type").equals("trade")) {
            throw Refusal.parameter("bill_type is trade");
        }
        var lines = lines(call.app(), day(call.need("bill_date")));
        if (lines.isEmpty()) {
            throw Refusal.noBill();
        }
        return "#支付宝业务明细查询\n#账号：[" + call.app().seller() + "]\n#-----业务明细列表-----\n" + HEAD + "\n"
            + String.join("\n", lines) + "\n#-----业务明细列表结束-----\n#导出时间：[" + provider.time(provider.now()) + "]\n";
    }

    private LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            if (provider.billsAtOnce() || day.isBefore(LocalDate.ofInstant(provider.now(), Provider.BEIJING))) {
                return day;
            }
        } catch (DateTimeException e) {
            throw Refusal.parameter("bill_date is a date");
        }
        throw Refusal.noBill();
    }

    private List<String> lines(App app, LocalDate day) {
        var lines = new ArrayList<String>();
        for (var trade : provider.trades()) {
            synchronized (trade) {
                if (!trade.app.id().equals(app.id()) || trade.paidAt == null) {
                    continue;
                }
                if (LocalDate.ofInstant(trade.paidAt, Provider.BEIJING).equals(day)) {
                    lines.add(line(trade, trade.paidAt, null));
                }
                for (var refund : trade.refunds) {
                    if (LocalDate.ofInstant(refund.at(), Provider.BEIJING).equals(day)) {
                        lines.add(line(trade, refund.at(), refund));
                    }
                }
            }
        }
        return lines;
    }

    /** Every value is followed by a tab, so that a spreadsheet leaves long numbers alone. */
    private String line(Trade trade, Instant at, Trade.@Nullable Refund refund) {
        var amount = refund == null ? Provider.yuan(trade.asked.totalFen()) : "-" + Provider.yuan(refund.amountFen());
        return String.join(",", List.of(trade.id, trade.asked.number(), refund == null ? "交易" : "退款",
                trade.asked.subject().replace(',', ' '), provider.time(trade.createdAt), provider.time(at), "", "", "", "",
                Notifier.BUYER, amount, amount, "0.00", "0.00", "0.00", "0.00", "0.00", "", "0.00", "0.00",
                refund == null ? "" : refund.number(), "0.00", "0.00", "")
            .stream().map(each -> each + '\t').toList());
    }
}
