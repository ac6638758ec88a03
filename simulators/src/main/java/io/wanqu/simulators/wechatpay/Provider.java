package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Faults;
import io.wanqu.simulators.Rsa;
import io.wanqu.simulators.SelfSigned;
import io.wanqu.simulators.SimulatedClock;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everything the provider knows: its keys, its merchants and their trades. */
final class Provider {

    static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0112345678900000000000000000000000";

    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final SimulatedClock clock;
    private final Faults faults = new Faults();
    private final Map<String, Merchant> merchants = new ConcurrentHashMap<>();
    private final Map<String, Trade> trades = new ConcurrentSkipListMap<>();
    private final Map<String, Trade> byTransaction = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1_000_000_001);
    private @Nullable Keys keys;
    private volatile boolean holding;
    private volatile boolean billsAtOnce;
    private volatile Duration shareAfter = Duration.ZERO;

    Provider(SimulatedClock clock) {
        this.clock = clock;
    }

    /** Made when first needed, because most who start the simulators never pay. */
    synchronized Keys keys() {
        if (keys == null) {
            var pair = Rsa.pair();
            var serial = new BigInteger("5157F09EFDC096DE15EBE81A47057A72" + Long.toHexString(numbers.get()), 16);
            keys = new Keys(pair, SelfSigned.certificate(pair, "Simulated payment platform", serial,
                now().minus(Duration.ofDays(30)), now().plus(Duration.ofDays(1800))));
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

    void register(Merchant merchant) {
        merchants.put(merchant.mchid(), merchant);
    }

    @Nullable Merchant merchant(String mchid) {
        return merchants.get(mchid);
    }

    /** The trade that stands under this number now, which is another one if somebody was faster. */
    Trade open(Trade trade) {
        var there = trades.putIfAbsent(key(trade.merchant, trade.asked.number()), trade);
        return there == null ? trade : there;
    }

    @Nullable Trade find(Merchant merchant, String number) {
        return trades.get(key(merchant, number));
    }

    Trade trade(Merchant merchant, String number) {
        var trade = find(merchant, number);
        if (trade == null) {
            throw Refusal.noOrder();
        }
        return trade;
    }

    /** By the provider's own number; orders without payment have none. */
    Trade byTransaction(Merchant merchant, String transaction) {
        var trade = byTransaction.get(transaction);
        if (trade == null || !trade.merchant.mchid().equals(merchant.mchid())) {
            throw Refusal.noOrder();
        }
        return trade;
    }

    /** The trade becomes one that money came for; false when it can't be paid any more. */
    boolean pay(Trade trade) {
        synchronized (trade) {
            trade.age(now());
            if (!trade.state.equals(Trade.NOT_PAID)) {
                return false;
            }
            trade.state = Trade.SUCCESS;
            trade.paidAt = now();
            byTransaction.put(trade.transaction, trade);
            return true;
        }
    }

    Collection<Trade> trades() {
        return trades.values();
    }

    /** While held, refunds and shares stay in progress until a control ends them. */
    boolean holding() {
        return holding;
    }

    void hold(boolean on) {
        holding = on;
    }

    boolean billsAtOnce() {
        return billsAtOnce;
    }

    void billsAtOnce(boolean on) {
        billsAtOnce = on;
    }

    Duration shareAfter() {
        return shareAfter;
    }

    void shareAfter(Duration wait) {
        shareAfter = wait;
    }

    static String beijing(Instant at) {
        return RFC_3339.format(at.atOffset(BEIJING));
    }

    private static String key(Merchant merchant, String number) {
        return merchant.mchid() + ' ' + number;
    }

    /** The provider's key and the certificate that shows its public half. */
    record Keys(KeyPair pair, X509Certificate certificate) {

        String serial() {
            return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Keys " + serial();
        }
    }
}
