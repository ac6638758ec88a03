package io.wanqu.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.risk.count.Dimension;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is seen of somebody into keyed hashes: enough to count against and to recognise, nothing to learn from. */
@Component
class Keys {

    /** Mail servers deliver lin+shop1@… and lin+shop2@… to the same person. */
    private static final Pattern MAIL_TAG = Pattern.compile("\\+[^@]*@");

    private final Sealing sealing;

    Keys(Sealing sealing) {
        this.sealing = sealing;
    }

    Map<Dimension, Long> of(ShopId shop, RiskAsk.Who who) {
        var keys = new EnumMap<Dimension, Long>(Dimension.class);
        put(keys, shop, Dimension.PERSON, who.person());
        put(keys, shop, Dimension.DEVICE, who.device());
        put(keys, shop, Dimension.PAYER, who.payer());
        var address = who.address();
        if (address != null && !isOwn(address)) {
            put(keys, shop, Dimension.ADDRESS, address);
            put(keys, shop, Dimension.RANGE, ClientAddress.rangeOf(address));
        }
        return keys;
    }

    private void put(Map<Dimension, Long> keys, ShopId shop, Dimension by, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            keys.put(by, key(shop, by, value));
        }
    }

    long key(ShopId shop, Dimension by, String value) {
        return ByteBuffer.wrap(sealing.hash(shop, "risk." + by.text(), plain(by, value).getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static String plain(Dimension by, String value) {
        var text = value.strip().toLowerCase(Locale.ROOT);
        return by == Dimension.PERSON ? MAIL_TAG.matcher(text).replaceFirst("@") : text;
    }

    /** This machine itself: a proxy that does not say whose request it brings would make one person of everybody. */
    private static boolean isOwn(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0000000000000000");
    }
}
