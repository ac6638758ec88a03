package io.wanqu.kernel.event;

import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Json;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends events inside the transaction that made them true: one row each, however many listeners there are. */
@Component
public class EventLog {

    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            var named = type.getAnnotation(Named.class);
            if (named == null) {
                throw new IllegalStateException(type + " needs @Named to be stored");
            }
            return named.value();
        }
    };

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Bell bell;

    EventLog(JdbcClient jdbc, Ids ids, Bell bell) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.bell = bell;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into kernel.event (shop_id, id, type, subject, body)
                select shop_id, id, type, subject, body::json
                  from unnest(:shops, :ids, :types, :subjects, :bodies) as row (shop_id, id, type, subject, body)
                """)
            .params(Columns.of(List.copyOf(events))
                    .longs("shops", event -> event.shop().value())
                    .longs("ids", event -> ids.next())
                    .texts("types", event -> nameOf(event.getClass()))
                    .longs("subjects", Event::subject)
                    .texts("bodies", Json::write)
                    .params())
            .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }

    static String nameOf(Class<?> type) {
        return NAMES.get(type);
    }
}
