package io.wanqu.shop;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.Text;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds shops; what it answers may be up to two seconds old. */
@Component
public class Shops {

    private final ShopTable table;
    private final ShopCache cache;
    private final OwnDomains domains;

    Shops(ShopTable table, ShopCache cache, OwnDomains domains) {
        this.table = table;
        this.cache = cache;
        this.domains = domains;
    }

    /** The shop whose own domain this is, as a browser names it; empty for every other host. */
    public Optional<Shop> byDomain(@Nullable String host) {
        return domains.owner(host).map(this::byId);
    }

    /** Also by an address that the shop had before; whoever asks sees from the answer where it is now. */

    public Shop bySlug(String slug) {
        var shop = cache.find(slug);
        if (shop == null) {
            shop = table.findBySlug(slug).orElseThrow(() -> new ShopProblem.Unknown(Text.shorten(slug)));
            cache.keepBySlug(shop);
        }
        return shop;
    }

    public Shop byId(ShopId id) {
        var shop = byIds(List.of(id)).get(id);
        if (shop == null) {
            throw new ShopProblem.Unknown(id.text());
        }
        return shop;
    }

    /** Those that exist; one statement at most, whatever the number. */
    public Map<ShopId, Shop> byIds(Collection<ShopId> wanted) {
        var found = cache.find(wanted);
        var missing = new HashSet<>(wanted);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            table.find(missing).forEach(shop -> {
                cache.keepById(shop);
                found.put(shop.id(), shop);
            });
        }
        return found;
    }

    /** All shops, a stretch at a time: those behind {@code after}, in the order of their ids. */
    public List<ShopId> after(long after, int limit) {
        return table.after(after, limit);
    }

    /** Knows who proved which domain. */
    public interface OwnDomains {

        Optional<ShopId> owner(@Nullable String host);
    }

    /** Knows the channels that a shop opened itself and that buyers may order through; somebody above keeps them. */
    public interface PublicChannels {

        /** The channel with this public key, or the shop's own page where there is no key; refuses a key of no such channel. */
        ChannelId channel(Shop shop, @Nullable String key);
    }
}
