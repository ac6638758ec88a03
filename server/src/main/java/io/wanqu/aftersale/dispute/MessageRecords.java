package io.wanqu.aftersale.dispute;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What buyers said and showed in their cases. */
@Component
class MessageRecords implements PersonalRecords {

    private final JdbcClient jdbc;
    private final Messages messages;

    MessageRecords(JdbcClient jdbc, Messages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "aftersale.message";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        var cases = jdbc.sql("select case_id from aftersale.buyer_case where shop_id = :shop and order_id = any(:orders) order by case_id")
            .param("shop", subject.shop().value())
            .param("orders", subject.orderIds())
            .query(Long.class)
            .list();
        cases.forEach(each -> messages.of(subject.shop(), each).forEach(message ->
                out.accept(new Said(Long.toString(each), message.author(), message.kind(), message.text(), message.at()))));
    }

    @Override
    public int destroy(Subject subject) {
        return jdbc.sql("""
                delete from aftersale.message
                 using aftersale.buyer_case
                 where message.shop_id = :shop and buyer_case.shop_id = :shop and buyer_case.case_id = message.case_id
                   and order_id = any(:orders) and kind <> 'step'
                """)
            .param("shop", subject.shop().value())
            .param("orders", subject.orderIds())
            .update();
    }

    /** The steps of a case stay: they name nobody. */
    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select message.shop_id, message_id
                      from aftersale.buyer_case
                      join aftersale.message using (shop_id, case_id)
                     where ended_at < :before and message.kind <> 'step'
                     limit :limit
                       for update of message skip locked)
                delete from aftersale.message
                 using old
                 where message.shop_id = old.shop_id and message.message_id = old.message_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }

    private record Said(String caseId, String author, String kind, String text, Instant at) {
    }
}
