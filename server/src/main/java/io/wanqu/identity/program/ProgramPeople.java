package io.wanqu.identity.program;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import io.wanqu.identity.program.AskPlatform.Person;
import io.wanqu.identity.program.ProgramSettings.Program;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.program_person table. */
@Repository
class ProgramPeople {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    ProgramPeople(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** By this program's number for him, or else by the number that all programs of the company have for him. */
    Optional<AccountId> find(String name, Program program, Person person) {
        return jdbc.sql("""
                select account_id
                  from identity.program_person
                 where program = :program and openid = :openid
                    or unionid = :unionid
                 order by (program = :program and openid = :openid) desc, first_at
                 limit 1
                """)
            .param("program", name)
            .param("openid", hash(name, person.openid()))
            .param("unionid", unionid(program, person))
            .query((row, n) -> new AccountId(row.getLong("account_id")))
            .optional();
    }

    /** False when somebody was first, at the same moment. */
    boolean add(String name, Program program, Person person, AccountId account) {
        return jdbc.sql("""
                insert into identity.program_person (program, openid, unionid, account_id, first_at)
                values (:program, :openid, :unionid, :account, :now)
                    on conflict (program, openid) do nothing
                """)
            .param("program", name)
            .param("openid", hash(name, person.openid()))
            .param("unionid", unionid(program, person))
            .param("account", account.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    private byte @Nullable [] unionid(Program program, Person person) {
        return person.unionid() == null || program.family().isEmpty() ? null : hash("family/" + program.family(), person.unionid());
    }

    private byte[] hash(String where, String number) {
        return sealing.platformHash("identity.program-person", (where + "/" + number).getBytes(StandardCharsets.UTF_8));
    }
}
