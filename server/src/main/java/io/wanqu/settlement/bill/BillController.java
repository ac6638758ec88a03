package io.wanqu.settlement.bill;

import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.settlement.Inputs;
import io.wanqu.settlement.paper.Paper;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The daily bill, to read, to print and to take along. */
@RestController
class BillController {

    private static final int DAYS = 100;
    private static final LocalDate ALL = LocalDate.of(9999, 1, 1);

    private final Bills bills;
    private final Shops shops;

    BillController(Bills bills, Shops shops) {
        this.bills = bills;
        this.shops = shops;
    }

    /** Days with a bill, youngest first; {@code after} is the last day of the page before. */
    @GetMapping("/api/v1/bills")
    Page<LedgerQueries.ClosedDay> list(Caller caller, @RequestParam @Nullable String after) {
        var shop = caller.must(Scope.LEDGER_READ);
        var days = bills.days(shop, after == null ? ALL : Inputs.day("after", after), DAYS + 1);
        return days.size() <= DAYS ? new Page<>(days, null) : new Page<>(days.subList(0, DAYS), days.get(DAYS - 1).day().toString());
    }

    @GetMapping("/api/v1/bills/{day}")
    List<Bill> get(Caller caller, @PathVariable String day) {
        return bills.of(caller.must(Scope.LEDGER_READ), Inputs.day("day", day));
    }

    @GetMapping(path = "/api/v1/bills/{day}/statement", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> statement(Caller caller, @PathVariable String day) {
        var shop = caller.must(Scope.LEDGER_READ);
        var of = bills.mustBeClosed(shop, Inputs.day("day", day)).day();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + of + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(out -> bills.write(shop, of, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    @GetMapping(path = "/api/v1/bills/{day}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable String day) {
        var shop = caller.must(Scope.LEDGER_READ);
        var of = bills.of(shop, Inputs.day("day", day));
        var paper = new Paper("Daily bill 日结单 " + day).line(shops.byId(shop).name());
        for (var bill : of) {
            paper.line("Root 日根 " + bill.root());
            paper.table(List.of("Account 账户 (" + bill.currency() + ")", "Opening 期初", "Change 变动", "Closing 期末"),
                    bill.accounts().stream().map(it -> List.of(it.account(), text(it.openingMinor(), bill), text(it.changeMinor(), bill),
                            text(it.closingMinor(), bill))).toList());
            paper.table(List.of("Movement 事项", "Count 笔数", "Amount 金额"), bill.movements().stream()
                    .map(it -> List.of(it.what().name().toLowerCase(Locale.ROOT).replace('_', ' '), Long.toString(it.count()),
                            text(it.minor(), bill))).toList());
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bill-" + day + ".pdf\"")
                .body(paper.pdf());
    }

    private static String text(long minor, Bill bill) {
        return Money.of(minor, bill.currency()).toString();
    }
}
