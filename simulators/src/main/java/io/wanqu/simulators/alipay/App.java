package io.wanqu.simulators.alipay;

import java.security.PublicKey;
import java.util.Set;

/** A merchant's application, known by the public half of its key, and the seller it takes money for. */
record App(String id, String seller, PublicKey key, Set<String> receivers) {

    @Override
    public String toString() {
        return "App " + id;
    }
}
