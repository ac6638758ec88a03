package io.wanqu.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.Capabilities;
import io.wanqu.connector.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The guide's table of what each channel can do is what the connectors say themselves. */
class CapabilityTableTest {

    private static final Path PAGE = Path.of("../docs/guide/channels.md");
    private static final String BEGIN = "<!-- written by CapabilityTableTest -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void the_guide_shows_what_each_connector_says() throws IOException {
        var page = Files.readString(PAGE, UTF_8);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var until = page.indexOf(END);
        if (Boolean.getBoolean("wanqu.write-docs")) {
            page = page.substring(0, from) + table() + page.substring(until);
            Files.writeString(PAGE, page, UTF_8);
            until = page.indexOf(END);
        }

        assertThat(page.substring(from, until)).as("write it anew with -Dwanqu.write-docs=true").isEqualTo(table());
    }

    @Test
    void nine_marketplaces_are_installed() {
        assertThat(marketplaces()).containsOnlyKeys("agiso", "doudian", "jd", "kuaishou", "pinduoduo", "taobao", "wechatshop",
            "xianyu", "xiaohongshu");
    }

    /** The invented channel of the guide is no marketplace. */
    private static SortedMap<String, Connector> marketplaces() {
        var all = new TreeMap<>(Connector.installed());
        assertThat(all.remove("lantern")).isNotNull();
        return all;
    }

    private static String table() {
        var all = marketplaces();
        var lines = new ArrayList<String>();
        lines.add("| | " + String.join(" | ", all.keySet()) + " |");
        lines.add("|---".repeat(all.size() + 1) + "|");
        for (var row : rows()) {
            lines.add(all.values().stream().map(each -> row.says.apply(each.capabilities()))
                .collect(Collectors.joining(" | ", "| " + row.name + " | ", " |")));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<Row> rows() {
        return List.of(
            new Row("custody of cards", it -> word(it.trade().custody())),
            new Row("an unpaid order takes stock", it -> yes(it.trade().reserves())),
            new Row("rails", it -> list(it.trade().rails())),
            new Row("the merchant may refund", it -> yes(it.trade().merchantRefund())),
            new Row("confirms by itself after", it -> time(it.trade().autoConfirm())),
            new Row("way of a code to the buyer", it -> word(it.cards().way())),
            new Row("codes may lie there", it -> yes(it.cards().consigns())),
            new Row("codes within", it -> time(it.cards().deliveryDeadline())),
            new Row("some codes first", it -> yes(it.cards().partialDelivery())),
            new Row("a line can be given back", it -> yes(it.cards().cannotSupply())),
            new Row("stock is set", it -> yes(it.stock().full())),
            new Row("stock is changed by differences", it -> yes(it.stock().incremental())),
            new Row("a repeated difference counts once", it -> yes(it.stock().incrementalIdempotent())),
            new Row("SKUs a call", it -> number(it.stock().batch())),
            new Row("offers are read", it -> yes(it.content().reads())),
            new Row("offers are published", it -> yes(it.content().publishes())),
            new Row("prices are pushed", it -> yes(it.content().pricePush())),
            new Row("longest title", it -> number(it.content().titleMax())),
            new Row("pictures", it -> number(it.content().picturesMax())),
            new Row("orders are listed", it -> yes(it.polling().lists())),
            new Row("longest window", it -> time(it.polling().windowMax())),
            new Row("orders a page", it -> number(it.polling().pageSize())),
            new Row("history", it -> time(it.polling().history())),
            new Row("read every", it -> time(it.polling().interval())),
            new Row("reaching back", it -> time(it.polling().overlap())),
            new Row("news", it -> word(it.access().push())),
            new Row("tokens are granted", it -> yes(it.access().tokens())),
            new Row("sandbox", it -> yes(it.access().sandbox())),
            new Row("calls a second", it -> number(it.access().callsPerSecond())),
            new Row("clock may differ by", it -> time(it.access().clockDrift())),
            new Row("further fields", it -> list(it.access().fields())));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String yes(boolean value) {
        return value ? "yes" : "–";
    }

    private static String number(int value) {
        return value == 0 ? "–" : String.valueOf(value);
    }

    private static String list(Collection<String> values) {
        return values.isEmpty() ? "–" : values.stream().map(it -> "`" + it + "`").collect(Collectors.toCollection(TreeSet::new))
            .stream().collect(Collectors.joining(" "));
    }

    private static String time(@Nullable Duration value) {
        if (value == null || value.isZero()) {
            return "–";
        }
        return value.toDays() > 0 && value.equals(Duration.ofDays(value.toDays())) ? value.toDays() + " d"
            : value.toHours() > 0 && value.equals(Duration.ofHours(value.toHours())) ? value.toHours() + " h"
            : value.toMinutes() > 0 && value.equals(Duration.ofMinutes(value.toMinutes())) ? value.toMinutes() + " min"
            : value.toSeconds() + " s";
    }

    /** One capability, and how a channel's record says it. */
    private record Row(String name, Function<Capabilities, String> says) {
    }
}
