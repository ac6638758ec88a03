package io.wanqu.settlement.invoice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.settlement.Inputs;
import io.wanqu.settlement.SettlementProblem.UnknownInvoice;
import io.wanqu.settlement.invoice.Invoices.Invoice;
import io.wanqu.settlement.paper.Paper;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invoices for the commission: issued by the platform, read by the shop. */
@RestController
class InvoiceController {

    private static final int WHOLE = 10_000;

    private final IssueInvoice issue;
    private final Invoices invoices;
    private final MonthCommission commission;
    private final ShopScope scope;

    InvoiceController(IssueInvoice issue, Invoices invoices, MonthCommission commission, ShopScope scope) {
        this.issue = issue;
        this.invoices = invoices;
        this.commission = commission;
        this.scope = scope;
    }

    @PostMapping("/api/v1/operator/shops/{shop}/invoices")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    Response issue(Caller caller, @PathVariable ShopId shop, @RequestBody Request request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        return Response.of(issue.issue(new IssueInvoice.Ask(shop, Inputs.month("/month", request.month),
                Inputs.currency("/currency", request.currency), Require.text("/title", request.title, 1, 120),
                Require.text("/taxNumber", request.taxNumber, 0, 40), Require.between("/taxBasisPoints", request.taxBasisPoints, 0, WHOLE)),
                caller.name()));
    }

    @GetMapping("/api/v1/operator/shops/{shop}/invoices")
    List<Response> issued(Caller caller, @PathVariable ShopId shop) {
        caller.mustOperate(Scope.LEDGER_READ);
        return of(shop);
    }

    @GetMapping("/api/v1/invoices")
    List<Response> list(Caller caller) {
        return of(caller.must(Scope.LEDGER_READ));
    }

    private List<Response> of(ShopId shop) {
        return scope.in(shop, () -> invoices.of(shop)).stream().map(Response::of).toList();
    }

    /** One invoice and the days of its month that brought commission; together they are its total. */
    @GetMapping("/api/v1/invoices/{year}/{number}")
    Whole get(Caller caller, @PathVariable int year, @PathVariable int number) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> whole(shop, must(shop, year, number)));
    }

    @GetMapping(path = "/api/v1/invoices/{year}/{number}/statement", produces = "text/csv")
    ResponseEntity<String> statement(Caller caller, @PathVariable int year, @PathVariable int number) {
        var whole = get(caller, year, number);
        var csv = new StringBuilder("day,commission_minor,currency\r\n");
        whole.days.forEach(it -> csv.append(it.day()).append(',').append(it.commission().minor()).append(',')
                .append(it.commission().currency().getCurrencyCode()).append("\r\n"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invoice-" + whole.invoice.code + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(csv.toString());
    }

    private Invoice must(ShopId shop, int year, int number) {
        return invoices.find(shop, year, number).orElseThrow(() -> new UnknownInvoice(year, number));
    }

    private Whole whole(ShopId shop, Invoice invoice) {
        return new Whole(Response.of(invoice), commission.days(shop, invoice.month(), invoice.total().currency()));
    }

    @GetMapping(path = "/api/v1/invoices/{year}/{number}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable int year, @PathVariable int number) {
        return paper(caller.must(Scope.LEDGER_READ), year, number);
    }

    @GetMapping(path = "/api/v1/operator/shops/{shop}/invoices/{year}/{number}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> issuedPaper(Caller caller, @PathVariable ShopId shop, @PathVariable int year, @PathVariable int number) {
        caller.mustOperate(Scope.LEDGER_READ);
        return paper(shop, year, number);
    }

    private ResponseEntity<byte[]> paper(ShopId shop, int year, int number) {
        var invoice = scope.in(shop, () -> must(shop, year, number));
        var paper = new Paper("Invoice 发票 " + invoice.code())
                .line("To 抬头: " + invoice.title()).line("Tax number 税号: " + invoice.taxNumber())
                .line("Month 月份: " + invoice.month()).line("Issued 开具: " + invoice.issuedAt())
                .table(List.of("Item 项目", "Amount 金额"), List.of(
                        List.of("Commission 平台佣金", invoice.net().toString()),
                        List.of("Tax 税额", invoice.tax().toString()),
                        List.of("Total 价税合计", invoice.total().toString())));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"invoice-" + invoice.code() + ".pdf\"")
                .body(paper.pdf());
    }

    record Request(@Nullable String month, @Nullable String currency, @Nullable String title, @Nullable String taxNumber,
            @Nullable Integer taxBasisPoints) {
    }

    record Response(String code, int year, int number, String month, String title, String taxNumber, int taxBasisPoints, Money net, Money tax,
            Money total, Instant issuedAt) {

        static Response of(Invoice invoice) {
            return new Response(invoice.code(), invoice.year(), invoice.number(), invoice.month().toString(), invoice.title(),
                    invoice.taxNumber(), invoice.taxBasisPoints(), invoice.net(), invoice.tax(), invoice.total(), invoice.issuedAt());
        }
    }

    record Whole(Response invoice, List<MonthCommission.Day> days) {
    }
}
