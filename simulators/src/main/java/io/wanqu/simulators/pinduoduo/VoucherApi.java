package io.wanqu.simulators.pinduoduo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order.State;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.crypto.Cipher;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes that sellers load beforehand; an order that is paid gets them at once and is shipped by that. */
final class VoucherApi {

    private static final int CARDS_MAX = 5000;

    private final Market market;
    private final Trade trade;
    private final Map<Long, Deque<Line.Code>> waiting = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    VoucherApi(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
    }

    void offer(Router router) {
        router.offer("pdd.voucher.virtual.card.batch.add", "response", this::load);
    }

    static String publicKey() {
        return Base64.getEncoder().encodeToString(Keys.PAIR.getPublic().getEncoded());
    }

    private synchronized ObjectNode load(Shop shop, Map<String, String> form) {
        var data = Json.read(form.getOrDefault("data", "{}"));
        var sku = market.sku(data.path("skuId").asLong(0));
        if (sku == null || sku.shopId() != shop.id() || sku.productId() != data.path("goodsId").asLong(0)) {
            throw new Refusal(Refusal.NO_GOODS, "no such sku");
        }
        if (data.path("dataList").isEmpty() || data.path("dataList").size() > CARDS_MAX) {
            throw new Refusal(Refusal.PARAMETER, "too few or too many cards");
        }
        var fresh = 0;
        for (var card : data.path("dataList")) {
            var number = card.path("cardNo").asString("");
            if (known.add(sku.id() + " " + number)) {
                fresh++;
                waiting.computeIfAbsent(sku.id(), _ -> new ArrayDeque<>())
                    .add(new Line.Code(number, number, opened(card.path("encryptPassword").asString("")), ""));
            }
        }
        if (fresh == 0) {
            throw new Refusal(Refusal.LOADED, "these cards were loaded before");
        }
        return Json.object().put("is_success", true);
    }

    synchronized void giveOut(News news) {
        if (news.what() != News.What.PAID || news.order().state() != State.PAID) {
            return;
        }
        var line = news.order().lines().getFirst();
        var cards = waiting.getOrDefault(line.sku().id(), new ArrayDeque<>());
        if (cards.size() >= line.quantity()) {
            var given = new ArrayList<Line.Code>();
            while (given.size() < line.quantity()) {
                given.add(cards.remove());
            }
            line.keep(given);
            trade.ship(line);
        }
    }

    synchronized JsonNode look(String sku) {
        return Json.object().put("waiting", waiting.getOrDefault(market.sku(sku).id(), new ArrayDeque<>()).size());
    }

    private static String opened(String sealed) {
        try {
            var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, Keys.PAIR.getPrivate());
            return new String(cipher.doFinal(Base64.getDecoder().decode(sealed)), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Refusal(Refusal.PARAMETER, "the password is not sealed with our key");
        }
    }

    /** Made once, for it takes a while. */
    private static final class Keys {

        private static final KeyPair PAIR = pair();

        private static KeyPair pair() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
