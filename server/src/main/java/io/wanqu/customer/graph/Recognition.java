package io.wanqu.customer.graph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.graph.EvidenceTable.Key;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;

/** A batch of orders on its way to their customers. */
final class Recognition {

    final List<Seen> orders = new ArrayList<>();
    final Map<Key, Found> strong = new LinkedHashMap<>();
    final Map<Key, Long> owners = new HashMap<>();

    static Recognition of(List<Bought> bought, Sealing sealing) {
        var recognition = new Recognition();
        for (var each : bought) {
            var signs = new ArrayList<SeenSign>();
            each.found().stream().sorted(Comparator.comparing(found -> found.sign().kind())).forEach(found -> {
                var hash = found.sign().hash(sealing);
                signs.add(new SeenSign(found, new Key(each.shop(), found.sign().kind(), ByteBuffer.wrap(hash)), hash));
            });
            if (!signs.isEmpty()) {
                recognition.orders.add(new Seen(each, signs));
                signs.stream().filter(SeenSign::strong).forEach(sign -> recognition.strong.putIfAbsent(sign.key, sign.found));
            }
        }
        return recognition;
    }

    /** @param signs the best known first */
    record Seen(Bought bought, List<SeenSign> signs) {

        List<Key> strong() {
            return signs.stream().filter(SeenSign::strong).map(SeenSign::key).distinct().toList();
        }

        @Nullable Key first() {
            var strong = strong();
            return strong.isEmpty() ? null : strong.getFirst();
        }
    }

    record SeenSign(Found found, Key key, byte[] hash) {

        boolean strong() {
            return found.sign().kind().strong();
        }
    }
}
