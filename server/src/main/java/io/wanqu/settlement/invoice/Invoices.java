package io.wanqu.settlement.invoice;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The settlement.invoice and settlement.invoice_number tables. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Invoices {

    private static final String SELECT = """
            select year, number, month, title, tax_number, currency, net_minor, tax_bp, tax_minor, total_minor, issued_at
              from settlement.invoice
            """;

    private final JdbcClient jdbc;

    Invoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number of the year; whoever takes it holds the row until his invoice is written, so numbers have no gap. */
    int nextNumber(ShopId shop, int year) {
        return jdbc.sql("""
                insert into settlement.invoice_number as taken (shop_id, year, last)
                values (:shop, :year, 1)
                    on conflict (shop_id, year) do update set last = taken.last + 1
                returning last
                """)
            .param("shop", shop.value())
            .param("year", year)
            .query(Integer.class)
            .single();
    }

    boolean exists(ShopId shop, YearMonth month, String currency) {
        return jdbc.sql("select exists (select 1 from settlement.invoice where shop_id = :shop and month = :month and currency = :currency)")
            .param("shop", shop.value())
            .param("month", month.atDay(1))
            .param("currency", currency)
            .query(Boolean.class)
            .single();
    }

    void add(ShopId shop, Invoice invoice, String by) {
        jdbc.sql("""
                insert into settlement.invoice (shop_id, year, number, month, title, tax_number, currency, net_minor, tax_bp, tax_minor,
                                                total_minor, issued_by)
                values (:shop, :year, :number, :month, :title, :taxNumber, :currency, :net, :taxBp, :tax, :total, :by)
                """)
            .param("shop", shop.value())
            .param("year", invoice.year)
            .param("number", invoice.number)
            .param("month", invoice.month.atDay(1))
            .param("title", invoice.title)
            .param("taxNumber", invoice.taxNumber)
            .param("currency", invoice.total.currency().getCurrencyCode())
            .param("net", invoice.net().minor())
            .param("taxBp", invoice.taxBasisPoints)
            .param("tax", invoice.tax().minor())
            .param("total", invoice.total.minor())
            .param("by", by)
            .update();
    }

    List<Invoice> of(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop order by year desc, number desc limit 500")
            .param("shop", shop.value()).query(Invoices::row).list();
    }

    Optional<Invoice> find(ShopId shop, int year, int number) {
        return jdbc.sql(SELECT + " where shop_id = :shop and year = :year and number = :number")
            .param("shop", shop.value()).param("year", year).param("number", number).query(Invoices::row).optional();
    }

    private static Invoice row(ResultSet row, int n) throws SQLException {
        return new Invoice(row.getInt("year"), row.getInt("number"), YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("title"), row.getString("tax_number"), Money.of(row.getLong("total_minor"), row.getString("currency")),
                row.getInt("tax_bp"), row.getTimestamp("issued_at").toInstant());
    }

    /**
     * An invoice for a month's commission.
     *
     * @param title the name of the one who is invoiced
     * @param total with the tax in it, as it was booked
     */
    record Invoice(int year, int number, YearMonth month, String title, String taxNumber, Money total, int taxBasisPoints, Instant issuedAt) {

        private static final long WHOLE = 10_000;

        /** The tax within the total, rounded half up; the net is the rest. */
        Money tax() {
            var whole = BigInteger.valueOf(WHOLE + taxBasisPoints);
            return new Money(BigInteger.valueOf(total.minor()).multiply(BigInteger.valueOf(taxBasisPoints)).shiftLeft(1).add(whole)
                    .divide(whole.shiftLeft(1)).longValueExact(), total.currency());
        }

        Money net() {
            return total.minus(tax());
        }

        String code() {
            return String.format("%d-%06d", year, number);
        }
    }
}
