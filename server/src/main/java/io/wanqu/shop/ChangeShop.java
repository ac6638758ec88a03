package io.wanqu.shop;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renames a shop, shuts its door and opens it again; asking twice changes nothing. */
@Component
public class ChangeShop {

    private final ShopTable table;
    private final ShopCache cache;
    private final EventLog events;
    private final ShopScope scope;
    private final Trail trail;

    ChangeShop(ShopTable table, ShopCache cache, EventLog events, ShopScope scope, Trail trail) {
        this.table = table;
        this.cache = cache;
        this.events = events;
        this.scope = scope;
        this.trail = trail;
    }

    public Shop rename(ShopId id, String name) {
        var proper = Require.text("/name", name, 1, OpenShop.NAME_MAX);
        return changed(id, () -> table.rename(id, proper));
    }

    /** Moves the shop to another address; the one it leaves goes on leading to it. */
    @Transactional
    public Shop readdress(ShopId id, String wanted) {
        var slug = new Slug(wanted).text();
        var before = current(id);
        table.lockSlugs(List.of(before.slug(), slug));
        if (table.isAnothers(slug, id)) {
            throw new ShopProblem.SlugTaken(slug);
        }
        var moved = changed(id, () -> table.moveTo(id, slug));
        cache.forget(before);
        return moved;
    }

    public Shop close(ShopId id) {
        return move(id, Shop.State.OPEN, Shop.State.CLOSED);
    }

    public Shop reopen(ShopId id) {
        return move(id, Shop.State.CLOSED, Shop.State.OPEN);
    }

    /** The operator's verdict; the shop itself can't lift it. */
    public Shop suspend(ShopId id) {
        close(id);
        return move(id, Shop.State.CLOSED, Shop.State.SUSPENDED);
    }

    /** A shop whose suspension ends stays closed until it opens itself. */
    public Shop lift(ShopId id) {
        return move(id, Shop.State.SUSPENDED, Shop.State.CLOSED);
    }

    private Shop move(ShopId id, Shop.State from, Shop.State to) {
        return changed(id, () -> {
            var moved = table.move(id, from, to);
            if (!moved && current(id).state() != to) {
                throw new ShopProblem.NotOpen(current(id).slug(), current(id).state());
            }
            return moved;
        });
    }

    private Shop changed(ShopId id, Change change) {
        var shop = scope.in(id, () -> {
            var before = current(id);
            var done = change.run();
            var now = current(id);
            if (done) {
                trail.note(Note.of(id, "shop.changed", "shop", id.value()).before(before).after(now));
                events.append(List.of(new ShopChanged(id, now.state())));
            }
            return now;
        });
        cache.forget(shop);
        return shop;
    }

    private Shop current(ShopId id) {
        return table.find(List.of(id)).stream().findFirst().orElseThrow(() -> new ShopProblem.Unknown(id.text()));
    }

    private interface Change {
        boolean run();
    }
}
