package io.wanqu.isolation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** What buyers prove themselves by, in every header that there is for it. */
final class Proofs {

    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private Proofs() {
    }

    static String[] of(String token) {
        return new String[] {"Order-Token", token, "Pay-Token", token, "Waiting-Token", token, "Wallet-Key", token, "Gift-Token", token};
    }

    /** Each call from an address of its own, so that none is held back for the wrong ones before it. */
    static String[] from(String... headers) {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Forwarded-For";
        all[headers.length + 1] = "2001:db8:" + Integer.toHexString(ADDRESS.incrementAndGet()) + "::1";
        return all;
    }
}
