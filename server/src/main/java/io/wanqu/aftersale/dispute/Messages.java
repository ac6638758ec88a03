package io.wanqu.aftersale.dispute;

import static java.time.ZoneOffset.UTC;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The aftersale.message table: what was said and shown, and each step with its time. */
@Repository
public class Messages {

    static final String BODY = "aftersale.message";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Ids ids;
    private final Clock clock;

    Messages(JdbcClient jdbc, Sealing sealing, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.ids = ids;
        this.clock = clock;
    }

    void add(CaseRow row, Author author, String kind, String text) {
        var id = ids.next();
        jdbc.sql("""
                insert into aftersale.message (shop_id, message_id, case_id, author, by_name, kind, body, at)
                values (:shop, :id, :case, :author, :by, :kind, :body, :at)
                """)
            .param("shop", row.shop().value())
            .param("id", id)
            .param("case", row.id())
            .param("author", author.role)
            .param("by", author.name)
            .param("kind", kind)
            .param("body", sealing.seal(row.shop(), BODY + "/" + id, text.getBytes(StandardCharsets.UTF_8)))
            .param("at", clock.instant().atOffset(UTC))
            .update();
    }

    /** Oldest first. */
    public List<Message> of(ShopId shop, long caseId) {
        return jdbc.sql("""
                select message_id, author, by_name, kind, body, at
                  from aftersale.message
                 where shop_id = :shop and case_id = :case
                 order by message_id
                """)
            .param("shop", shop.value())
            .param("case", caseId)
            .query((row, n) -> new Message(row.getString("author"), row.getString("by_name"), row.getString("kind"),
                    new String(sealing.open(shop, BODY + "/" + row.getLong("message_id"), row.getBytes("body")), StandardCharsets.UTF_8),
                    row.getTimestamp("at").toInstant()))
            .list();
    }

    /** Who says something: the side, and the name where there is one. */
    record Author(String role, String name) {

        static final Author BUYER = new Author("buyer", "the buyer");
        static final Author CLOCK = new Author("clock", "the clock");
    }

    /** Something that was said, shown or done. */
    public record Message(String author, String by, String kind, String text, Instant at) {

        @Override
        public String toString() {
            return "Message[" + author + ", " + kind + "]";
        }
    }
}
