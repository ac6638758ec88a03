package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Faults;
import io.wanqu.simulators.Rsa;
import io.wanqu.simulators.SimulatedClock;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything the provider knows: its key, the applications and their trades. */
final class Provider {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BEIJING);

    private final SimulatedClock clock;
    private final Faults faults = new Faults();
    private final Map<String, App> apps = new ConcurrentHashMap<>();
    private final Map<String, Trade> trades = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong(1_000_000_001);
    private @Nullable KeyPair keys;
    private volatile boolean billsAtOnce;
    private volatile boolean balanceLow;
    private volatile Duration shareAfter = Duration.ZERO;

    Provider(SimulatedClock clock) {
        this.clock = clock;
    }

    /** Made when first needed, because most who start the simulators never pay. */
    synchronized KeyPair keys() {
        if (keys == null) {
            keys = Rsa.pair();
        }
        return keys;
    }

    SimulatedClock clock() {
        return clock;
    }

    Instant now() {
        return Instant.ofEpochSecond(clock.seconds());
    }

    Faults faults() {
        return faults;
    }

    String next(String prefix) {
        return prefix + numbers.getAndIncrement();
    }

    void register(App app) {
        apps.put(app.id(), app);
    }

    @Nullable App app(String id) {
        return apps.get(id);
    }

    /** The trade of this number; another content under a known number is refused. */
    Trade open(Trade trade) {
        var there = trades.putIfAbsent(key(trade.app, trade.asked.number()), trade);
        if (there == null) {
            return trade;
        }
        synchronized (there) {
            there.age(now());
            if (there.state.equals(Trade.CLOSED)) {
                throw Refusal.closed();
            }
            if (!there.state.equals(Trade.WAITING)) {
                throw Refusal.paid();
            }
            if (!there.asked.equals(trade.asked)) {
                throw Refusal.otherContents();
            }
        }
        return there;
    }

    /** By either number; a trade that no buyer has looked at does not exist yet for its merchant. */
    Trade trade(App app, JsonNode body) {
        var number = body.path("out_trade_no").asString("");
        var id = body.path("trade_no").asString("");
        if (number.isEmpty() && id.isEmpty()) {
            throw Refusal.parameter("out_trade_no and trade_no are both missing");
        }
        for (var trade : trades.values()) {
            if (trade.app.id().equals(app.id()) && (id.isEmpty() ? trade.asked.number().equals(number) : trade.id.equals(id))) {
                synchronized (trade) {
                    trade.age(now());
                    if (trade.scanned) {
                        return trade;
                    }
                }
            }
        }
        throw Refusal.noTrade();
    }

    Collection<Trade> trades() {
        return trades.values();
    }

    /** The trade becomes one that money came for; false when it can't be paid any more. */
    boolean pay(Trade trade) {
        synchronized (trade) {
            trade.age(now());
            if (!trade.state.equals(Trade.WAITING)) {
                return false;
            }
            trade.scanned = true;
            trade.state = Trade.SUCCESS;
            trade.paidAt = now();
            return true;
        }
    }

    boolean billsAtOnce() {
        return billsAtOnce;
    }

    void billsAtOnce(boolean on) {
        billsAtOnce = on;
    }

    boolean balanceLow() {
        return balanceLow;
    }

    void balanceLow(boolean on) {
        balanceLow = on;
    }

    Duration shareAfter() {
        return shareAfter;
    }

    void shareAfter(Duration wait) {
        shareAfter = wait;
    }

    String time(Instant at) {
        return TIME.format(at);
    }

    String sign(String text) {
        return Rsa.sign(keys().getPrivate(), text);
    }

    /** What is signed of parameters: sorted by name, without empty ones, neither encoded nor quoted. */
    static String content(Map<String, String> parameters, String... without) {
        var sorted = new TreeMap<>(parameters);
        for (var name : without) {
            sorted.remove(name);
        }
        return sorted.entrySet().stream()
            .filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + '=' + each.getValue())
            .collect(Collectors.joining("&"));
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static long fen(String yuan) {
        if (!yuan.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            throw Refusal.parameter("an amount is yuan with at most two decimals");
        }
        return new BigDecimal(yuan).movePointRight(2).longValueExact();
    }

    private static String key(App app, String number) {
        return app.id() + ' ' + number;
    }
}
