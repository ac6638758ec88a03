package io.wanqu.catalog.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Products as a file: given out whole, and taken in as it was given out, changed or new. */
@RestController
class FileController {

    private static final int ROWS_MAX = 2_000;
    private static final int BYTES_MAX = 8 * 1024 * 1024;

    private final GiveRows giveRows;
    private final TakeRows takeRows;

    FileController(GiveRows giveRows, TakeRows takeRows) {
        this.giveRows = giveRows;
        this.takeRows = takeRows;
    }

    /** Cells that a spreadsheet would run begin with an apostrophe. */
    @GetMapping(path = "/api/v1/product-files", produces = "text/csv")
    void csv(Caller caller, HttpServletResponse response) throws IOException {
        var shop = caller.must(Scope.SHOP_READ);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"products.csv\"");
        var csv = CsvWriter.builder().build(response.getWriter());
        csv.writeRecord(FileRow.NAMES);
        List<FileRow> rows;
        for (var after = 0L; !(rows = giveRows.after(shop, after)).isEmpty(); after = last(rows)) {
            rows.forEach(row -> csv.writeRecord(row.cells()));
        }
        csv.flush();
    }

    /** The same in JSON, a stretch at a time: pass the last product as {@code after}. */
    @GetMapping("/api/v1/product-rows")
    Rows json(Caller caller, @RequestParam(defaultValue = "0") long after) {
        return new Rows(giveRows.after(caller.must(Scope.SHOP_READ), after));
    }

    @PostMapping(path = "/api/v1/product-files", consumes = "text/csv")
    @Idempotent
    Answers takeCsv(Caller caller, HttpServletRequest request) throws IOException {
        var shop = caller.must(Scope.CATALOG_WRITE);
        var bytes = request.getInputStream().readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new KernelProblem.InvalidValue("the file", "at most " + BYTES_MAX + " bytes");
        }
        return new Answers(takeRows.take(shop, read(bytes)));
    }

    @PostMapping(path = "/api/v1/product-files", consumes = "application/json")
    @Idempotent
    Answers takeJson(Caller caller, @RequestBody Rows rows) {
        var shop = caller.must(Scope.CATALOG_WRITE);
        return new Answers(takeRows.take(shop, Require.items("/rows", rows.rows, 1, ROWS_MAX)));
    }

    private static List<FileRow> read(byte[] bytes) throws IOException {
        var rows = new ArrayList<FileRow>();
        try (var csv = CsvReader.builder().ofCsvRecord(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
            @Nullable List<String> names = null;
            for (var line : csv) {
                if (names == null) {
                    names = FileRow.names(line.getFields());
                } else if (rows.size() == ROWS_MAX) {
                    throw new KernelProblem.InvalidValue("the file", "at most " + ROWS_MAX + " lines");
                } else {
                    rows.add(FileRow.of(names, line.getFields()));
                }
            }
        } catch (CsvParseException e) {
            throw new KernelProblem.InvalidValue("the file", "comma-separated values in UTF-8");
        }
        return rows;
    }

    private static long last(List<FileRow> rows) {
        return Long.parseLong(FileRow.text(rows.getLast().product()));
    }

    record Rows(@Nullable List<FileRow> rows) {
    }

    record Answers(List<TakeRows.Answer> lines) {
    }
}
