package io.wanqu.connectors.xianyu;

import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.supply.Consignment;
import java.util.Map;

/** Loads codes into the platform's card store, which ships them by itself when something is sold. */
final class CardStore {

    private final Gateway gateway;

    CardStore(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A card that lies there already is not loaded again, so a batch may be repeated. */
    Outcome load(Consignment batch) {
        return gateway.call(Facts.STORE_CREATE, Map.of(
            "kind_id", kind(batch.externalProductId() + "-" + batch.externalSkuId()),
            "cost", 0,
            "is_cover", 0,
            "is_repeat", 0,
            "is_priority", 0,
            "cards", batch.codes().stream().map(CardStore::card).toList())).outcome();
    }

    private long kind(String name) {
        for (var kind : gateway.data(Facts.KINDS, Map.of("keyword", name, "page_no", 1, "page_size", Facts.PAGE_SIZE)).path("list")) {
            if (kind.path("kind_name").asString("").equals(name)) {
                return kind.path("kind_id").asLong(0);
            }
        }
        return gateway.data(Facts.KIND_CREATE, Map.of("kind_name", name)).path("kind_id").asLong(0);
    }

    /** A card without a number of its own goes into the field for the secret as a whole. */
    static Map<String, String> card(Code code) {
        var secret = code.secret();
        return secret == null ? Map.of("card_pwd", code.number())
            : Map.of("card_no", code.number(), "card_pwd", secret.reveal());
    }
}
