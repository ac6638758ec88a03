package io.wanqu.kernel.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.testing.WanquTest;
import io.wanqu.vault.Claim;
import io.wanqu.vault.Issue;
import io.wanqu.vault.Reveal;
import io.wanqu.vault.VaultCast;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class RotateKeysTest {

    private static final Duration REST = Duration.ofMinutes(2);

    @Autowired
    private RotateKeys rotateKeys;
    @Autowired
    private Sealing sealing;
    @Autowired
    private DataKeys dataKeys;
    @Autowired
    private MasterKey master;
    @Autowired
    private Issue issue;
    @Autowired
    private Reveal reveal;
    @Autowired
    private VaultCast cast;
    @Autowired
    private JdbcClient jdbc;

    private ShopId shop;
    private PoolId pool;
    private Instant now;

    @BeforeEach
    void open_a_shop() {
        shop = cast.shop();
        pool = cast.pool(shop);
        now = Instant.now();
    }

    @Test
    void seals_every_card_anew_and_disables_the_old_key() throws Exception {
        var cards = cast.cards(shop, pool, 1_200);
        var before = sealed();

        rotateKeys.rotate(shop);
        rest();
        assertThat(state()).isEqualTo("promoted");
        rest();

        assertThat(state()).isEqualTo("done");
        assertThat(sealed()).hasSize(1_200).doesNotContainAnyElementsOf(before);
        assertThat(cards).allSatisfy(card -> assertThat(reveal.toStaff(shop, card, "mei").secret().expose()).isNotEmpty());
    }

    @Test
    void keeps_to_the_old_key_until_every_node_must_know_the_new_one() throws Exception {
        var prefix = prefixOf(sealing.seal(shop, "row", new byte[1]));
        rotateKeys.rotate(shop);
        sealing.forget(shop);

        rotateKeys.advance(now.plusSeconds(1));
        assertThat(state()).isEqualTo("added");
        assertThat(prefixOf(sealing.seal(shop, "row", new byte[1]))).isEqualTo(prefix);

        rest();
        assertThat(prefixOf(sealing.seal(shop, "row", new byte[1]))).isNotEqualTo(prefix);
    }

    @Test
    void waits_with_the_old_key_while_any_table_holds_something_sealed_with_it() throws Exception {
        cast.cards(shop, pool, 1);
        jdbc.sql("create table if not exists kernel.forgotten (shop_id bigint, kept bytea)").update();
        jdbc.sql("insert into kernel.forgotten (shop_id, kept) values (?, ?)").params(shop.value(), sealing.seal(shop, "row", new byte[1])).update();
        try {
            rotateKeys.rotate(shop);
            rest();
            rest();
            assertThat(state()).isEqualTo("promoted");

            jdbc.sql("delete from kernel.forgotten").update();
            rest();
            assertThat(state()).isEqualTo("done");
        } finally {
            jdbc.sql("drop table kernel.forgotten").update();
        }
    }

    @Test
    void runs_once_at_a_time() {
        assertThat(rotateKeys.rotate(shop)).isTrue();
        assertThat(rotateKeys.rotate(shop)).isFalse();
    }

    @Test
    void disturbs_nobody_who_buys_meanwhile() throws Exception {
        cast.cards(shop, pool, 600);
        rotateKeys.rotate(shop);
        rest();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rotating = threads.submit(() -> {
                rest();
                return true;
            });
            var buying = LongStream.rangeClosed(1, 120).mapToObj(holder -> (Callable<Integer>) () -> buy(holder)).toList();
            assertThat(threads.invokeAll(buying).stream().mapToInt(count -> count.resultNow()).sum()).isEqualTo(600);
            assertThat(rotating.get()).isTrue();
        }

        assertThat(state()).isEqualTo("done");
        assertThat(LongStream.rangeClosed(1, 120).mapToObj(holder -> reveal.toBuyer(shop, holder, "lin")).flatMap(List::stream)
                .map(card -> card.secret().expose()).distinct()).hasSize(600);
    }

    @Test
    void seals_the_data_keys_with_a_new_master_key_without_touching_a_card() throws Exception {
        var card = cast.cards(shop, pool, 1).getFirst();
        var old = Files.createTempFile("master", ".json");
        Files.delete(old);
        var oldMaster = new MasterKey(settings(null, old));
        var oldKeys = new ShopKeys(dataKeys, oldMaster);
        var stranger = new ShopId(cast.id());
        var sealed = new Sealing(oldKeys, settings(null, old)).seal(stranger, "row", new byte[] {9});
        var moved = new MasterKey(new SealingSettings("fake-kms://moved", null, old, List.of(old.toString()), Duration.ofMinutes(1)));

        var stored = dataKeys.after(stranger.value() - 1, 1).getFirst();
        assertThat(new ShopKeys(dataKeys, moved).rewrap(stored)).isTrue();

        var alone = new ShopKeys(dataKeys, new MasterKey(settings("fake-kms://moved", old)));
        assertThat(new Sealing(alone, settings(null, old)).open(stranger, "row", sealed)).containsExactly(9);
        assertThat(alone.rewrap(dataKeys.after(stranger.value() - 1, 1).getFirst())).isFalse();
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> new Sealing(oldKeys, settings(null, old)).open(stranger, "row", sealed));
        assertThat(reveal.toStaff(shop, card, "mei").secret().expose()).isNotEmpty();
        jdbc.sql("delete from kernel.data_key where shop_id = ?").params(stranger.value()).update();
    }

    @Test
    void finds_nothing_to_seal_anew_where_the_master_key_is_the_same() {
        sealing.seal(shop, "row", new byte[1]);

        assertThat(new RewrapKeys(dataKeys, new ShopKeys(dataKeys, master), master).rewrap()).isZero();
    }

    private static SealingSettings settings(String uri, Path file) {
        return new SealingSettings(uri, null, file, List.of(), Duration.ofMinutes(1));
    }

    private int buy(long holder) {
        return cast.inTransaction(() -> issue.issue(List.of(new Claim(shop, pool, holder, 1, 5, List.of())))).getFirst().count();
    }

    /** As if the time between two steps had passed, on this node and on every other. */
    private void rest() throws GeneralSecurityException {
        now = now.plus(REST).plus(REST);
        sealing.forget(shop);
        rotateKeys.advance(now);
        sealing.forget(shop);
    }

    private String state() {
        return jdbc.sql("select state from kernel.key_rotation where shop_id = ?").params(shop.value()).query(String.class).single();
    }

    private List<String> sealed() {
        return jdbc.sql("select encode(sealed, 'hex') from vault.card where shop_id = ?").params(shop.value()).query(String.class).list();
    }

    private static String prefixOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 0, 5);
    }
}
