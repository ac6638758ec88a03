package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cards that sellers leave here; what is bound to a product is shipped as soon as the product is paid. */
final class CardStore {

    private final Market market;
    private final Trade trade;
    private final Map<Long, Kind> kinds = new ConcurrentHashMap<>();

    CardStore(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("/api/open/kami/kind/list", this::list);
        gateway.offer("/api/open/kami/kind/create", this::create);
        gateway.offer("/api/open/kami/storage/create", this::store);
    }

    private JsonNode list(Shop shop, JsonNode parameters) {
        var answer = Json.object();
        var list = answer.putArray("list");
        kinds.values().stream()
            .filter(kind -> kind.shopId == shop.id() && kind.name.contains(parameters.path("keyword").asString("")))
            .forEach(kind -> list.add(kind.told()));
        return answer;
    }

    private JsonNode create(Shop shop, JsonNode parameters) {
        var kind = new Kind(market.nextId(), shop.id(), parameters.path("kind_name").asString(""));
        kinds.put(kind.id, kind);
        return kind.told();
    }

    private JsonNode store(Shop shop, JsonNode parameters) {
        var kind = kinds.get(parameters.path("kind_id").asLong(0));
        if (kind == null || kind.shopId != shop.id()) {
            throw new Refusal(Refusal.NOT_FOUND, "no such kind of cards");
        }
        var repeat = parameters.path("is_repeat").asInt(0) == 1;
        for (var card : parameters.path("cards")) {
            if (card.path("card_pwd").asString("").isEmpty()) {
                throw new Refusal(Refusal.PARAMETER, "card_pwd is missing");
            }
        }
        parameters.path("cards").forEach(card -> kind.add(
            new Code("", card.path("card_no").asString(""), card.path("card_pwd").asString(""), ""), repeat));
        return Json.object();
    }

    /** What a seller does in the console: this kind belongs to that product. */
    JsonNode bind(long kindName, long productId) {
        var kind = kinds.get(kindName);
        if (kind == null) {
            throw new IllegalArgumentException("no kind " + kindName);
        }
        kind.productId = productId;
        return kind.told();
    }

    JsonNode look() {
        var answer = Json.object();
        var list = answer.putArray("kinds");
        kinds.values().forEach(kind -> list.add(kind.told()));
        return answer;
    }

    void hear(News news) {
        if (news.what() == News.What.PAID) {
            news.order().lines().forEach(this::ship);
        }
    }

    private void ship(Line line) {
        for (var kind : kinds.values()) {
            if (kind.productId == line.sku().productId()) {
                var codes = kind.take(line.quantity());
                if (!codes.isEmpty()) {
                    line.keep(codes);
                    trade.ship(line);
                }
            }
        }
    }

    /** A pile of cards of one kind. */
    private static final class Kind {

        private final long id;
        private final long shopId;
        private final String name;
        private final Deque<Code> cards = new ArrayDeque<>();
        private final Set<String> seen = new HashSet<>();
        private volatile long productId;

        Kind(long id, long shopId, String name) {
            this.id = id;
            this.shopId = shopId;
            this.name = name;
        }

        synchronized void add(Code code, boolean repeat) {
            if (seen.add(code.number() + "\n" + code.secret()) || repeat) {
                cards.add(code);
            }
        }

        synchronized ArrayList<Code> take(int quantity) {
            var taken = new ArrayList<Code>();
            while (cards.size() + taken.size() >= quantity && taken.size() < quantity) {
                taken.add(cards.removeFirst());
            }
            return taken;
        }

        synchronized ObjectNode told() {
            return Json.object().put("kind_id", id).put("kind_name", name).put("stock", cards.size());
        }
    }
}
