package io.wanqu.risk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.list.KnownListed;
import io.wanqu.risk.list.Listed;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Puts somebody on a list, or takes him off; what he is called is not kept. */
@Service
class KeepLists {

    private static final int SHOWN = 2;

    private final Keys keys;
    private final Listed listed;
    private final KnownListed known;
    private final Trail trail;
    private final ShopScope scope;
    private final Means means;

    KeepLists(Keys keys, Listed listed, KnownListed known, Trail trail, ShopScope scope, Means means) {
        this.keys = keys;
        this.listed = listed;
        this.known = known;
        this.trail = trail;
        this.scope = scope;
        this.means = means;
    }

    Listed.Entry add(ShopId shop, Wish wish, String by) {
        var entry = new Listed.Entry(means.ids.next(), wish.allow, wish.by, keys.key(shop, wish.by, counted(wish)), hint(wish.value), wish.reason, by,
                means.clock.instant(), wish.endsAt);
        scope.in(shop, () -> {
            listed.add(shop, entry);
            trail.note(Note.of(shop, "risk-list.added", "listed", entry.id()).after(Map.of("list", wish.allow ? "allow" : "deny", "by", wish.by,
                    "reason", wish.reason)));
            return entry;
        });
        known.forget(shop);
        return entry;
    }

    void remove(ShopId shop, long entry) {
        scope.in(shop, () -> {
            if (!listed.remove(shop, entry)) {
                throw new RiskProblem.UnknownListed(entry);
            }
            trail.note(Note.of(shop, "risk-list.removed", "listed", entry));
            return entry;
        });
        known.forget(shop);
    }

    List<Listed.Entry> list(ShopId shop, long before, int limit) {
        return scope.in(shop, () -> listed.list(shop, before, limit));
    }

    private static String counted(Wish wish) {
        var range = wish.by == Dimension.RANGE ? ClientAddress.rangeOf(wish.value.strip()) : wish.value;
        if (range == null) {
            throw new InvalidValue("/value", "a network address such as 203.0.113.7");
        }
        return range;
    }

    private static String hint(String value) {
        return value.length() <= 2 * SHOWN ? "…" : value.substring(0, SHOWN) + "…" + value.substring(value.length() - SHOWN);
    }

    /** What is wished for. */
    record Wish(boolean allow, Dimension by, String value, String reason, @Nullable Instant endsAt) {

        @Override
        public String toString() {
            return "Wish[…]";
        }
    }

    @Component
    record Means(Ids ids, Clock clock) {
    }
}
