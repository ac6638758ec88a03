package io.wanqu.identity.account;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.message.Message;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.account table: personal fields sealed, each bound to its row and column. */
@Repository
public class Accounts {

    private final JdbcClient jdbc;
    private final Sealing sealing;

    Accounts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** False when another account has the mail address or the phone number. */
    boolean add(Account account) {
        return jdbc.sql("""
                insert into identity.account (id, name, mail, mail_hash, phone, phone_hash, password, created_at)
                values (:id, :name, :mail, :mailHash, :phone, :phoneHash, :password, :created)
                    on conflict do nothing
                """)
            .param("id", account.id().value())
            .param("name", seal(account.id(), "name", account.name()))
            .param("mail", account.mail() == null ? null : seal(account.id(), "mail", account.mail().text()))
            .param("mailHash", account.mail() == null ? null : account.mail().hash(sealing))
            .param("phone", account.phone() == null ? null : seal(account.id(), "phone", account.phone().text()))
            .param("phoneHash", account.phone() == null ? null : account.phone().hash(sealing))
            .param("password", account.password())
            .param("created", account.createdAt().atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    /** By which a mail address or phone number is found without being kept in the open. */
    public byte[] hash(Contact contact) {
        return contact.hash(sealing);
    }

    /** Only those that are in use. */
    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                select id, name, mail, phone, password, created_at
                  from identity.account
                 where id = :id
                   and state = 'active'
                """)
            .param("id", id.value())
            .query((row, n) -> read(row))
            .optional();
    }

    public Optional<Account> find(Contact contact) {
        return jdbc.sql("""
                select id, name, mail, phone, password, created_at
                  from identity.account
                 where (mail_hash = :mail or phone_hash = :phone)
                   and state = 'active'
                """)
            .param("mail", contact.isMail() ? contact.hash(sealing) : null)
            .param("phone", contact.isMail() ? null : contact.hash(sealing))
            .query((row, n) -> read(row))
            .optional();
    }

    boolean rename(AccountId id, String name) {
        return jdbc.sql("update identity.account set name = :name where id = :id and state = 'active'")
            .param("id", id.value())
            .param("name", seal(id, "name", name))
            .update() == 1;
    }

    /** False when another account has the address. */
    boolean changeContact(AccountId id, Contact contact) {
        var column = contact.isMail() ? "mail" : "phone";
        try {
            return jdbc.sql("update identity.account set %1$s = :sealed, %1$s_hash = :hash where id = :id and state = 'active'".formatted(column))
                .param("id", id.value())
                .param("sealed", seal(id, column, contact.text()))
                .param("hash", contact.hash(sealing))
                .update() == 1;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** Guarded by the password it replaces, so that of two changes at once only one is made. */
    boolean changePassword(Account account, String password) {
        return jdbc.sql("""
                update identity.account
                   set password = :fresh
                 where id = :id
                   and state = 'active'
                   and password is not distinct from :old
                """)
            .param("id", account.id().value())
            .param("fresh", password)
            .param("old", account.password())
            .update() == 1;
    }

    private Account read(ResultSet row) throws SQLException {
        var id = new AccountId(row.getLong("id"));
        return new Account(id, open(id, "name", row.getBytes("name")), contact(id, Message.Kind.MAIL, "mail", row.getBytes("mail")),
                contact(id, Message.Kind.SMS, "phone", row.getBytes("phone")), row.getString("password"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private @Nullable Contact contact(AccountId id, Message.Kind kind, String column, byte @Nullable [] sealed) {
        return sealed == null ? null : new Contact(kind, open(id, column, sealed));
    }

    private byte[] seal(AccountId id, String column, String text) {
        return sealing.seal(ShopId.PLATFORM, bound(id, column), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the sealed name of an account that was found together with something else. */
    public String name(AccountId id, byte[] sealed) {
        return open(id, "name", sealed);
    }

    private String open(AccountId id, String column, byte[] sealed) {
        return new String(sealing.open(ShopId.PLATFORM, bound(id, column), sealed), StandardCharsets.UTF_8);
    }

    static String bound(AccountId id, String column) {
        return "identity.account/" + id + "/" + column;
    }
}
