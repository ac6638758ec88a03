package io.wanqu.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nine marketplaces sell one pool at the same time while messages are lost, doubled and swapped, two marketplaces go away for a
 * while, tokens end and buyers want their money back. Afterwards every order is accounted for, and what was planted is found.
 */
@ExtendWith(World.Shared.class)
class HourOfTradeTest {

    private static final int ROUNDS = 10;
    private static final int CONSIGNED = 10;
    private static final int SPARE = 20;
    private static final int REFUNDS_BEFORE = 2;
    private static final int REFUNDS_AFTER = 2;
    private static final List<String> DARK = List.of("doudian", "wechatshop");
    private static final List<String> GENEROUS = List.of("doudian", "kuaishou", "taobao", "xianyu");
    /** What was read by polling in the end would hide a way that is closed altogether. */
    private static final Pattern BROKEN = Pattern.compile(": lane \\w+ broke");
    private static final String SETTLED = "select count(*) from ordering.customer_order where shop_id = :shop and state in ('delivered', 'confirmed')";

    @Test
    void nine_channels_sell_one_pool_and_every_order_is_accounted_for(World world) throws Exception {
        trade(world, 40);
    }

    @Test
    @Tag("long")
    void an_hour_of_tens_of_thousands_is_accounted_for(World world) throws Exception {
        trade(world, 2_500);
    }

    private static void trade(World world, int each) throws Exception {
        var total = each * Fairs.KINDS.size();
        var prefix = "hour-" + UUID.randomUUID();
        var goods = Goods.of(world.openShop(), "hour", prefix, total + SPARE);
        var fairs = new Fairs(world, goods);
        var soon = Duration.ofSeconds(90 + each / 4);
        consign(fairs, goods, soon);
        var began = System.nanoTime();
        for (var kind : Fairs.KINDS) {
            fairs.disturb(kind, Math.max(1, each / 20));
        }
        for (var round = 0; round < ROUNDS; round++) {
            events(fairs, round);
            for (var kind : Fairs.KINDS) {
                fairs.buy(kind, each / ROUNDS);
            }
            if (round == 4) {
                refundBefore(fairs);
            }
        }
        var taken = total - REFUNDS_BEFORE * DARK.size();
        await().atMost(soon).untilAsserted(() -> assertThat(fairs.count(SETTLED)).as(fairs.standing()).isEqualTo(taken));
        for (var kind : GENEROUS) {
            for (var order : fairs.bought(kind).subList(0, REFUNDS_AFTER)) {
                fairs.refund(kind, order);
            }
        }
        var back = REFUNDS_AFTER * GENEROUS.size();
        await().atMost(soon).untilAsserted(() -> assertThat(fairs.count(SETTLED)).as(fairs.standing()).isEqualTo(taken - back));
        await().atMost(soon).until(() -> fairs.count("select count(*) from channel.write_back where shop_id = :shop and state = 'due'") == 0);
        var seconds = (System.nanoTime() - began) / 1e9;

        var codes = everyOrderIsAccountedFor(fairs, goods, each, prefix);
        Recount.auditIsClean(goods);
        nothingDiffers(fairs, soon);
        assertThat(Files.readAllLines(world.server().log())).noneMatch(line -> BROKEN.matcher(line).find());
        var found = whatIsPlantedIsFound(fairs, world);
        World.say(("%,d orders on %d channels in %.1f s: %,d delivered, %d refunded before and %d after, %,d codes shown and distinct, "
                + "%,d on work lists, 0 oversold, 0 delivered twice, %d planted differences found")
                .formatted(total, Fairs.KINDS.size(), seconds, taken, REFUNDS_BEFORE * DARK.size(), back, codes,
                        fairs.count("select count(*) from channel.write_back where shop_id = :shop and state = 'by_hand'"), found));
    }

    private static void consign(Fairs fairs, Goods goods, Duration soon) throws IOException {
        fairs.at("pinduoduo").pull("/platform", "{}");
        goods.shop().write("POST", fairs.channel("pinduoduo") + "/consignments", "{\"sku\":\"" + goods.sku() + "\",\"count\":" + CONSIGNED + "}");
        await().atMost(soon).until(() -> fairs.at("pinduoduo").look("/vouchers?sku=" + fairs.at("pinduoduo").sku(0)).get("waiting").asInt() == CONSIGNED);
        await().atMost(soon).until(() -> goods.counted("consigned") == CONSIGNED);
        for (var kind : Fairs.KINDS) {
            if (!kind.equals("agiso")) {
                await().atMost(soon).until(() -> fairs.at(kind).stock(0) > 0);
            }
        }
    }

    private static void events(Fairs fairs, int round) throws IOException {
        for (var kind : DARK) {
            if (round == 4 || round == 7) {
                fairs.outage(kind, round == 4);
            }
        }
        if (round == 6) {
            for (var kind : Fairs.GRANTED) {
                fairs.expireToken(kind);
            }
        }
    }

    /** While the marketplace cannot be asked, nobody here knows of the order yet. */
    private static void refundBefore(Fairs fairs) throws IOException {
        for (var kind : DARK) {
            var newest = fairs.bought(kind);
            for (var order : newest.subList(newest.size() - REFUNDS_BEFORE, newest.size())) {
                fairs.refund(kind, order);
            }
        }
    }

    private static int everyOrderIsAccountedFor(Fairs fairs, Goods goods, int each, String prefix) throws IOException {
        var delivered = 0L;
        var shown = new ArrayList<String>();
        for (var kind : Fairs.KINDS) {
            var before = DARK.contains(kind) ? REFUNDS_BEFORE : 0;
            var channel = " where channel_id = " + fairs.at(kind).channel();
            assertThat(fairs.at(kind).sight().get("orders").asInt()).as(kind).isEqualTo(each);
            assertThat(fairs.count("select count(*) from channel.external_order" + channel)).as(kind).isEqualTo(each);
            assertThat(fairs.count("select count(distinct external_id) from ordering.customer_order" + channel
                    + " and paid_at is not null")).as(kind).isEqualTo(each - before);
            delivered += each - before;
            var codes = fairs.codes(kind);
            var due = Fairs.SHOWN.contains(kind) ? each - before : kind.equals("pinduoduo") ? CONSIGNED : 0;
            assertThat(codes).as(kind).hasSize(due);
            shown.addAll(codes);
            if (Fairs.BY_HAND.contains(kind)) {
                assertThat(fairs.count("select count(*) from channel.write_back" + channel + " and state = 'by_hand'")).as(kind)
                        .isEqualTo(each - due);
                assertThat(fairs.handOvers(kind)).hasSize(Math.min(200, each - due));
            }
        }
        assertThat(shown).doesNotHaveDuplicates().allMatch(code -> code.startsWith(prefix));
        assertThat(fairs.count("select count(*) from vault.delivery where shop_id = :shop")).isEqualTo(delivered);
        assertThat(fairs.count("select count(distinct card_id) from vault.delivery where shop_id = :shop")).isEqualTo(delivered);
        assertThat(goods.counted("sold")).isEqualTo(delivered);
        assertThat(goods.counted("available")).isEqualTo(goods.count() - delivered);
        assertThat(goods.counted("held") + goods.counted("consigned")).isZero();
        return shown.size();
    }

    private static void nothingDiffers(Fairs fairs, Duration soon) {
        for (var kind : Fairs.KINDS) {
            await().atMost(soon).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(fairs.differences(kind)).as(kind).isEmpty());
        }
    }

    /** An order that never came in, an amount that was changed here, a code that nobody here handed out. */
    private static int whatIsPlantedIsFound(Fairs fairs, World world) throws IOException {
        fairs.pause("taobao", true);
        var missing = fairs.buy("taobao", 1).getFirst();
        world.server().database().run("update ordering.customer_order set total_minor = total_minor + 1 where channel_id = "
                + fairs.at("xianyu").channel() + " and external_id = '" + fairs.bought("xianyu").getLast().order() + "'");
        fairs.pause("kuaishou", true);
        var outside = fairs.buy("kuaishou", 1).getFirst();
        fairs.at("kuaishou").pull("/order/ship", "{\"lineId\":\"" + outside.line() + "\",\"codes\":[\"FROM-ELSEWHERE\"]}");

        // What an order that nobody here knows of took from the shelf is missing there.
        assertFound(fairs.differences("taobao"), missing.order(), "order-missing-here", "stock-differs");
        assertFound(fairs.differences("xianyu"), fairs.bought("xianyu").getLast().order(), "amount-differs");
        assertFound(fairs.differences("kuaishou"), outside.order(), "code-outside", "order-missing-here", "stock-differs");
        return 3;
    }

    private static void assertFound(List<String> differences, String order, String... codes) {
        assertThat(differences).extracting(it -> it.substring(0, it.indexOf(':'))).containsExactlyInAnyOrder(codes);
        assertThat(differences).filteredOn(it -> it.startsWith(codes[0])).singleElement().asString().contains(order);
    }
}
