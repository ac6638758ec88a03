package io.wanqu.simulators.stripe;

import io.wanqu.simulators.Faults;
import io.wanqu.simulators.SimulatedClock;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everything the provider remembers. */
final class Bank {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Merchant> bySecret = new ConcurrentHashMap<>();
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private final Map<String, Refund> refunds = new ConcurrentSkipListMap<>();
    private final Map<String, Dispute> disputes = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();
    private final AtomicLong numbers = new AtomicLong(1_000_000);
    private final SimulatedClock clock;
    private volatile String refundsBecome = "succeeded";

    Bank(SimulatedClock clock) {
        this.clock = clock;
    }

    Merchant open() {
        var merchant = new Merchant(number("acct_"), "sk_test_" + random(), "whsec_" + random());
        bySecret.put(merchant.secretKey(), merchant);
        return merchant;
    }

    @Nullable Merchant bySecret(String key) {
        return bySecret.get(key);
    }

    Merchant merchant(String id) {
        return bySecret.values().stream().filter(merchant -> merchant.id().equals(id)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no account " + id));
    }

    Intent ask(Merchant merchant, Intent.Terms terms) {
        var intent = new Intent(number("pi_"), merchant, terms, clock.seconds());
        intents.put(intent.id(), intent);
        return intent;
    }

    @Nullable Intent intent(String id) {
        return intents.get(id);
    }

    Collection<Intent> intents() {
        return List.copyOf(intents.values());
    }

    Refund refund(Intent intent, long amount, Map<String, String> metadata) {
        var refund = new Refund(number("re_"), intent, amount, metadata, clock.seconds(), refundsBecome);
        refunds.put(refund.id(), refund);
        return refund;
    }

    @Nullable Refund refund(String id) {
        return refunds.get(id);
    }

    /** Newest first. */
    List<Refund> refundsOf(String intent) {
        return refunds.values().stream().filter(refund -> refund.intent().id().equals(intent)).toList().reversed();
    }

    Dispute dispute(Intent intent, long amount) {
        var dispute = new Dispute(number("du_"), intent, amount);
        disputes.put(dispute.id, dispute);
        return dispute;
    }

    @Nullable Dispute dispute(String id) {
        return disputes.get(id);
    }

    /** What new refunds are at once: succeeded, pending, or failed. */
    void refundsBecome(String status) {
        refundsBecome = status;
    }

    String number(String prefix) {
        return prefix + "sim" + numbers.incrementAndGet();
    }

    Faults faults() {
        return faults;
    }

    SimulatedClock clock() {
        return clock;
    }

    private static String random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A buyer's bank that wants money back. */
    record Dispute(String id, Intent intent, long amount) {
    }
}
