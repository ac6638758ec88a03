package io.wanqu.ledger.chain;

import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.chain.SealMark;
import io.wanqu.ledger.LedgerSettings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the seal has come, and the postings behind it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Unsealed {

    private final JdbcClient jdbc;
    private final LedgerSettings settings;
    private final SealMark mark;

    Unsealed(JdbcClient jdbc, LedgerSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.mark = new SealMark(jdbc, "ledger.sealer");
    }

    /** Below this everything is sealed; locked for this transaction, and empty while another node seals. */
    Optional<Long> lock() {
        return mark.lock();
    }

    /** Below this nothing can still be written: the oldest transaction that is running. */
    long horizon() {
        return mark.horizon();
    }

    /** At least so many, if there are: the last transaction is always read to its end. */
    List<Entry> read(long from, long below, int limit) {
        return jdbc.sql("select " + Entry.COLUMNS + """
                  from ledger.posting
                 where xid >= :from and xid < :below
                 order by xid
                 fetch first :limit rows with ties
                """)
            .param("zone", settings.zone().getId())
            .param("from", from)
            .param("below", below)
            .param("limit", limit)
            .query((row, n) -> Entry.of(row))
            .list();
    }

    void move(long below) {
        mark.move(below);
    }
}
