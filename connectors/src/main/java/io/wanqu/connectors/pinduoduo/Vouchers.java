package io.wanqu.connectors.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.supply.Consignment;
import io.wanqu.connectors.wire.Refusals;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;

/**
 * Loads codes into the platform before they are sold. The call is in the public reference; what it answers for cards
 * that are there already is unverified, so the numbers alone keep a repeat from counting twice.
 */
final class Vouchers {

    private static final String LOAD = "pdd.voucher.virtual.card.batch.add";

    private final Router router;
    private final ChannelAccount.App app;

    Vouchers(Router router, ChannelAccount.App app) {
        this.router = router;
        this.app = app;
    }

    Outcome load(Consignment batch) {
        PublicKey key;
        try {
            key = key(app.more(Facts.VOUCHER_KEY).reveal());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Outcome.Refused("no-key", "the account has no key that seals passwords");
        }
        var codes = batch.codes();
        for (var from = 0; from < codes.size(); from += Facts.VOUCHERS_MAX) {
            var some = codes.subList(from, Math.min(codes.size(), from + Facts.VOUCHERS_MAX));
            var envelope = router.ask(LOAD, Map.of("data", Map.of(
                "goodsId", Long.parseLong(batch.externalProductId()),
                "skuId", Long.parseLong(batch.externalSkuId()),
                "dataList", some.stream().map(code -> card(code, key)).toList())));
            if (!envelope.ok() && !Facts.LOADED_CODES.contains(envelope.code())) {
                return Refusals.refusedOrThrow(envelope.trouble());
            }
        }
        return new Outcome.Done();
    }

    /** A card without a password has its number sealed as the password. */
    private static Map<String, String> card(Delivery.Code code, PublicKey key) {
        var secret = code.secret();
        var card = new LinkedHashMap<String, String>();
        card.put("cardNo", code.number());
        card.put("encryptPassword", sealed(secret == null ? code.number() : secret.reveal(), key));
        return card;
    }

    private static PublicKey key(String text) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    private static String sealed(String text, PublicKey key) {
        try {
            var cipher = Cipher.getInstance(Facts.VOUCHER_SEAL);
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a code is too long for the platform's key", e);
        }
    }
}
