package io.wanqu.connectors.agiso;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The marketplaces behind the gateway, each with its path, its name in pushes, and its flags of what happened. */
enum Service {
    TAOBAO("alds", "TbAlds", Map.of(1L, "created", 2L, "paid", 16L, "rated", 256L, "refund-created",
        2048L, "cards-sent", 524_288L, "memo-changed", 1_048_576L, "shipped", 2_097_152L, "paid-short")),
    PINDUODUO("aldsPdd", "PddAlds", Map.of()),
    DOUDIAN("aldsDoudian", "AldsDoudian", Map.of(128L, "refund-agreed")),
    JD("aldsJd", "AldsJd", Map.of()),
    KUAISHOU("aldsKwai", "AldsKwai", Map.of(1L, "paid", 2L, "received", 4L, "refund-created", 8L, "refund-failed",
        16L, "refunded", 32L, "cards-sent", 64L, "cards-sent-on-receipt")),
    XIAOHONGSHU("aldsXhs", "AldsXhs", Map.of(16L, "refund-created")),
    XIANYU("aldsIdle", "AldsIdle", Map.of(8L, "refund-created")),
    WECHAT_SHOP("aldsWxVideoShop", "AldsWxVideoShop", Map.of()),
    YOUZAN("aldsYouzan", "AldsYouzan", Map.of()),
    WEIDIAN("aldsWeidian", "AldsWeidian", Map.of()),
    /** Whatever an account names and we do not know: nothing can be asked of it. */
    OTHER("other", "other", Map.of());

    private final String path;
    /** Partly unverified, and not built alike. */
    private final String inPushes;
    private final Map<Long, String> flags;

    Service(String path, String inPushes, Map<Long, String> flags) {
        this.path = path;
        this.inPushes = inPushes;
        this.flags = flags;
    }

    String path() {
        return path;
    }

    /** Taobao unless the account says otherwise. */
    static Service of(String path) {
        return path.isEmpty() ? TAOBAO
            : Arrays.stream(values()).filter(each -> each.path.equalsIgnoreCase(path)).findFirst().orElse(OTHER);
    }

    static Optional<Service> inPushes(String name) {
        return Arrays.stream(values())
            .filter(each -> each.inPushes.equalsIgnoreCase(name) || each.path.equalsIgnoreCase(name)).findFirst();
    }

    /** The words of all flags that are set; a flag that is not known keeps its number. */
    String topic(long flagsSet) {
        var words = LongStream.range(0, Long.SIZE - 1).map(bit -> 1L << bit).filter(flag -> (flagsSet & flag) != 0)
            .mapToObj(flag -> flags.getOrDefault(flag, String.valueOf(flag))).collect(Collectors.joining("+"));
        return path + ":" + words;
    }
}
