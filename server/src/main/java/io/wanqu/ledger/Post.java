package io.wanqu.ledger;

import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books transfers; one that was booked before is passed over. */
@Service
public class Post {

    private final JdbcClient jdbc;
    private final Ids ids;

    Post(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void post(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into ledger.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency)
                select shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency
                  from unnest(:shops, :ids, :sources, :sourceIds, :debits, :credits, :amounts, :currencies)
                    as row (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency)
                    on conflict (shop_id, source_id, source, debit, credit) do nothing
                """)
            .params(Columns.of(transfers)
                    .longs("shops", it -> it.shop().value())
                    .longs("ids", it -> ids.next())
                    .texts("sources", Transfer::source)
                    .longs("sourceIds", Transfer::sourceId)
                    .texts("debits", it -> it.debit().code())
                    .texts("credits", it -> it.credit().code())
                    .longs("amounts", it -> it.amount().minor())
                    .texts("currencies", it -> it.amount().currency().getCurrencyCode())
                    .params())
            .update();
    }
}
