package io.wanqu.identity.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account holds of its person. */
@Component
class AccountRecords implements PersonalRecords {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    AccountRecords(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "identity.account";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        if (subject.isPlatform()) {
            accounts.find(subject.account()).ifPresent(account -> out.accept(new Kept(account.id(), account.name(), text(account.mail()),
                    text(account.phone()), account.createdAt())));
        }
    }

    /** The account stays as an empty shell, because deeds are written down with its number. */
    @Override
    public int destroy(Subject subject) {
        if (!subject.isPlatform()) {
            return 0;
        }
        jdbc.sql("delete from identity.staff where account_id = :account and role <> 'owner'").param("account", subject.account().value()).update();
        ofAccounts().forEach(delete -> jdbc.sql(delete).param("account", subject.account().value()).update());
        return jdbc.sql("""
                update identity.account
                   set name = '', mail = null, mail_hash = null, phone = null, phone_hash = null, password = null, state = 'closed'
                 where id = :account and state = 'active'
                """)
            .param("account", subject.account().value())
            .update();
    }

    /** All that hangs on an account, whichever part of the module it belongs to, so that none can be forgotten. */
    private List<String> ofAccounts() {
        return jdbc.sql("""
                select format('delete from %s where %I = :account', conrelid::regclass, attname)
                  from pg_constraint
                  join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                 where contype = 'f' and confrelid = 'identity.account'::regclass and conrelid <> 'identity.staff'::regclass
                 order by conrelid
                """)
            .query(String.class)
            .list();
    }

    /** An open account does not end by itself. */
    @Override
    public int expire(Instant before, int limit) {
        return 0;
    }

    /** Somebody must be there for a shop's buyers. */
    @Override
    public Optional<String> obstacle(AccountId account) {
        return jdbc.sql("select exists (select 1 from identity.staff where account_id = :account and role = 'owner')")
            .param("account", account.value())
            .query(Boolean.class).single() ? Optional.of("owns-a-shop") : Optional.empty();
    }

    private static @Nullable String text(@Nullable Contact contact) {
        return contact == null ? null : contact.text();
    }

    private record Kept(AccountId account, String name, @Nullable String mail, @Nullable String phone, Instant createdAt) {

        @Override
        public String toString() {
            return "Kept[" + account + "]";
        }
    }
}
