package io.wanqu.simulators.wechatpay;

import java.security.PublicKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Someone who takes money, known by the public half of a key; the provider signs for it by certificate or by public key. */
record Merchant(String mchid, Set<String> apps, PublicKey key, String serial, String apiV3Key, boolean byPublicKey,
        Map<String, String> receivers) {

    Merchant {
        apps = Set.copyOf(apps);
    }

    static Merchant of(String mchid, Set<String> apps, PublicKey key, String serial, String apiV3Key, boolean byPublicKey) {
        return new Merchant(mchid, apps, key, serial, apiV3Key, byPublicKey, new ConcurrentHashMap<>());
    }

    void mustOwn(String app) {
        if (!apps.contains(app)) {
            throw Refusal.foreignApp();
        }
    }

    @Override
    public String toString() {
        return "Merchant " + mchid;
    }
}
