package io.wanqu.identity.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.invitation table. */
@Repository
class Invitations {

    private static final String SELECT = """
            select shop_id, invitation_id, sent_to, role, channels, invited_by, state, made_at, until
              from identity.invitation
            """;

    private final JdbcClient jdbc;

    Invitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Invitation invitation, byte[] secret, @Nullable AccountId inviter) {
        jdbc.sql("""
                insert into identity.invitation (shop_id, invitation_id, secret, sent_to, role, channels, invited_by, inviter, made_at, until)
                values (:shop, :id, :secret, :to, :role, :channels, :by, :inviter, :at, :until)
                """)
            .param("shop", invitation.shop().value())
            .param("id", invitation.id())
            .param("secret", secret)
            .param("to", invitation.sentTo())
            .param("role", invitation.role())
            .param("channels", StaffTable.longs(invitation.channels()))
            .param("by", invitation.invitedBy())
            .param("inviter", inviter == null ? null : inviter.value())
            .param("at", invitation.madeAt().atOffset(ZoneOffset.UTC))
            .param("until", invitation.until().atOffset(ZoneOffset.UTC))
            .update();
    }

    List<Invitation> open(ShopId shop, Instant now) {
        return jdbc.sql(SELECT + " where shop_id = :shop and state = 'open' and until > :now order by invitation_id desc limit 200")
            .param("shop", shop.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> read(row))
            .list();
    }

    /** Looked up before the shop is known. */
    Optional<Invitation> find(byte[] secret) {
        return jdbc.sql(SELECT + " where secret = :secret and state = 'open'").param("secret", secret).query((row, n) -> read(row)).optional();
    }

    /** Of two who follow the same link, one does. */
    boolean accept(Invitation invitation, AccountId by) {
        return jdbc.sql("""
                update identity.invitation
                   set state = 'accepted', ended_at = now(), account_id = :by
                 where shop_id = :shop and invitation_id = :id and state = 'open'
                """)
            .param("by", by.value())
            .param("shop", invitation.shop().value())
            .param("id", invitation.id())
            .update() == 1;
    }

    boolean withdraw(ShopId shop, long id) {
        return jdbc.sql("""
                update identity.invitation
                   set state = 'withdrawn', ended_at = now()
                 where shop_id = :shop and invitation_id = :id and state = 'open'
                """)
            .param("shop", shop.value())
            .param("id", id)
            .update() == 1;
    }

    private static Invitation read(ResultSet row) throws SQLException {
        return new Invitation(new ShopId(row.getLong("shop_id")), row.getLong("invitation_id"), row.getString("sent_to"), row.getString("role"),
                StaffTable.channels(row.getArray("channels")), row.getString("invited_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getObject("until", OffsetDateTime.class).toInstant());
    }

    /** @param sentTo where the link went, masked */
    record Invitation(ShopId shop, long id, String sentTo, String role, @Nullable Set<ChannelId> channels, String invitedBy, Instant madeAt,
            Instant until) {
    }
}
