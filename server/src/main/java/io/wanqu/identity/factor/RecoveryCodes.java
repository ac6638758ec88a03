package io.wanqu.identity.factor;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The identity.recovery_code table: ten codes of fifty random bits, told once, kept as keyed hashes, each good once. */
@Repository
public class RecoveryCodes {

    private static final int CODES = 10;
    private static final int LETTERS_EACH = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz023456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** New ones; the old ones are over. */
    @Transactional
    public List<String> draw(AccountId account) {
        remove(account);
        var codes = Stream.generate(RecoveryCodes::draw).limit(CODES).toList();
        jdbc.sql("insert into identity.recovery_code (account_id, hash) select :account, unnest(:hashes)")
            .param("account", account.value())
            .param("hashes", codes.stream().map(code -> hash(account, code)).toArray(byte[][]::new))
            .update();
        return codes;
    }

    boolean use(AccountId account, String code) {
        return jdbc.sql("""
                update identity.recovery_code
                   set used_at = :now
                 where account_id = :account
                   and hash = :hash
                   and used_at is null
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("account", account.value())
            .param("hash", hash(account, code))
            .update() == 1;
    }

    public long left(AccountId account) {
        return jdbc.sql("select count(*) from identity.recovery_code where account_id = :account and used_at is null")
            .param("account", account.value())
            .query(Long.class)
            .single();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from identity.recovery_code where account_id = :account").param("account", account.value()).update();
    }

    private byte[] hash(AccountId account, String code) {
        var plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return sealing.platformHash("identity.recovery-code", (account + "/" + plain).getBytes(StandardCharsets.UTF_8));
    }

    private static String draw() {
        var letters = RANDOM.ints(LETTERS_EACH, 0, LETTERS.length()).mapToObj(n -> LETTERS.substring(n, n + 1)).collect(Collectors.joining());
        return letters.substring(0, LETTERS_EACH / 2) + "-" + letters.substring(LETTERS_EACH / 2);
    }
}
