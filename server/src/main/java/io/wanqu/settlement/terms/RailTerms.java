package io.wanqu.settlement.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.wanqu.ledger.LedgerSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settlement.rail_terms table: what the contract with a rail allows. */
@Repository
public class RailTerms {

    private static final String COLUMNS = """
            select rail, from_day, licensed, split_max_bp, freeze_days_max, fee_bp, receivers_max, payout_min_minor,
                   payout_max_minor, source
              from settlement.rail_terms
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LedgerSettings settings;

    RailTerms(JdbcClient jdbc, Clock clock, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Those in force today; none for a rail that nobody has a contract with. */
    public Optional<Row> inForce(String rail) {
        return jdbc.sql(COLUMNS + """
                 where rail = :rail and from_day <= :today
                 order by from_day desc
                 limit 1
                """)
            .param("rail", rail)
            .param("today", LocalDate.ofInstant(clock.instant(), settings.zone()))
            .query(RailTerms::row)
            .optional();
    }

    List<Row> all() {
        return jdbc.sql(COLUMNS + " order by rail, from_day desc").query(RailTerms::row).list();
    }

    boolean add(Row row) {
        return jdbc.sql("""
                insert into settlement.rail_terms (rail, from_day, licensed, split_max_bp, freeze_days_max, fee_bp, receivers_max,
                                                   payout_min_minor, payout_max_minor, source)
                values (:rail, :from, :licensed, :split, :freeze, :fee, :receivers, :min, :max, :source)
                    on conflict do nothing
                """)
            .param("rail", row.rail)
            .param("from", row.from)
            .param("licensed", row.licensed)
            .param("split", row.splitMaxBasisPoints)
            .param("freeze", row.freezeDaysMax)
            .param("fee", row.feeBasisPoints)
            .param("receivers", row.receiversMax)
            .param("min", row.payoutMinMinor)
            .param("max", row.payoutMaxMinor)
            .param("source", row.source)
            .update() == 1;
    }

    /** The tightest share and the shortest freeze among the licensed rails, which no terms of sale may exceed. */
    Optional<Row> tightest() {
        return jdbc.sql("""
                select min(rail) as rail, max(from_day) as from_day, true as licensed, min(split_max_bp) as split_max_bp,
                       min(freeze_days_max) as freeze_days_max, max(fee_bp) as fee_bp, min(receivers_max) as receivers_max,
                       max(payout_min_minor) as payout_min_minor, min(payout_max_minor) as payout_max_minor, 'all' as source
                  from (select distinct on (rail) rail, from_day, licensed, split_max_bp, freeze_days_max, fee_bp, receivers_max,
                               payout_min_minor, payout_max_minor
                          from settlement.rail_terms
                         where from_day <= :today
                         order by rail, from_day desc) as now
                 where licensed
                having count(*) > 0
                """)
            .param("today", LocalDate.ofInstant(clock.instant(), settings.zone()))
            .query(RailTerms::row)
            .optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getString("rail"), row.getObject("from_day", LocalDate.class), row.getBoolean("licensed"),
                row.getInt("split_max_bp"), row.getInt("freeze_days_max"), row.getInt("fee_bp"), row.getInt("receivers_max"),
                row.getLong("payout_min_minor"), row.getLong("payout_max_minor"), row.getString("source"));
    }

    /**
     * What a rail may do from a day on.
     *
     * @param splitMaxBasisPoints the largest share that may go to somebody else than the shop
     * @param freezeDaysMax       after so many days the rail lets go of frozen money by itself
     * @param feeBasisPoints      what the rail keeps of a payment
     * @param source              where it is written: the contract, the rail's manual
     */
    public record Row(String rail, LocalDate from, boolean licensed, int splitMaxBasisPoints, int freezeDaysMax, int feeBasisPoints, int receiversMax,
            long payoutMinMinor, long payoutMaxMinor, String source) {
    }
}
