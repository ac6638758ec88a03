package io.wanqu.aftersale.evidence;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.settlement.paper.Paper;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a case, to read and to print, for the shop and for the platform. */
@RestController
class EvidenceController {

    private final GatherEvidence gather;
    private final ShopScope scope;

    EvidenceController(GatherEvidence gather, ShopScope scope) {
        this.gather = gather;
        this.scope = scope;
    }

    @GetMapping("/api/v1/cases/{id}/evidence")
    ResponseEntity<Pack> read(Caller caller, @PathVariable String id) {
        return json(pack(caller.must(Scope.ORDERS_READ), id));
    }

    @GetMapping(path = "/api/v1/cases/{id}/evidence/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> print(Caller caller, @PathVariable String id) {
        return paper(pack(caller.must(Scope.ORDERS_READ), id));
    }

    /** Who paid, what went out and who looked at it, for any order. */
    @GetMapping("/api/v1/orders/{order}/history")
    ResponseEntity<OrderHistory> history(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.ORDERS_READ);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(scope.in(shop, () -> gather.of(shop, order)));
    }

    @GetMapping("/api/v1/operator/shops/{shop}/cases/{id}/evidence")
    ResponseEntity<Pack> readAny(Caller caller, @PathVariable ShopId shop, @PathVariable String id) {
        caller.mustOperate(Scope.ORDERS_READ);
        return json(pack(shop, id));
    }

    @GetMapping(path = "/api/v1/operator/shops/{shop}/cases/{id}/evidence/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> printAny(Caller caller, @PathVariable ShopId shop, @PathVariable String id) {
        caller.mustOperate(Scope.ORDERS_READ);
        return paper(pack(shop, id));
    }

    private Pack pack(ShopId shop, String id) {
        return scope.in(shop, () -> gather.of(shop, Id.parse("case", id)));
    }

    private static ResponseEntity<Pack> json(Pack pack) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pack);
    }

    private static ResponseEntity<byte[]> paper(Pack pack) {
        var about = pack.about();
        var paper = new Paper("Evidence 举证材料 " + about.id())
                .line("Order 订单 " + about.order() + ", " + pack.order().total() + ", buyer 买家 " + pack.buyer())
                .line("Placed 下单 " + pack.order().placedAt() + ", paid 付款 " + text(pack.order().paidAt()))
                .line("Case 工单: " + about.kind() + ", " + about.asked() + ", " + about.state() + ", opened 提出 " + about.openedAt()
                        + ", outcome 结果 " + text(about.outcome()) + " " + about.granted());
        paper.table(List.of("Payment 支付", "Rail 通道", "State 状态", "Amount 金额"),
                pack.payments().stream().map(it -> List.of(it.payment(), it.rail(), it.state(), it.amount())).toList());
        paper.table(List.of("Card 卡密", "Line 行", "Delivered 发货", "Opened 查看", "Replaced 更换"), pack.delivered().stream()
                .map(it -> List.of(it.masked(), it.line() + "/" + it.unit(), it.at().toString(), text(it.openedAt()), text(it.voidedAt()))).toList());
        paper.table(List.of("Opened by 查看人", "Line 行", "At 时间"), pack.looks().stream()
                .map(it -> List.of(it.openedBy(), text(it.line()) + "/" + text(it.unit()), it.at().toString())).toList());
        paper.table(List.of("Said 沟通记录", "By 谁", "At 时间"), pack.messages().stream()
                .map(it -> List.of(it.text(), it.author() + ": " + it.by(), it.at().toString())).toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + about.id() + ".pdf\"")
                .body(paper.pdf());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
