package io.wanqu.content;

import java.util.List;

import io.wanqu.catalog.Freshness;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.media.Pictures;

import org.springframework.stereotype.Component;

/** Decorates the first page of a shop, or gives it back to the catalog. */
@Component
public class WriteHome {

    private static final String PLACE = "home";

    private final Homes homes;
    private final Pictures pictures;
    private final Freshness freshness;
    private final ShopScope scope;
    private final Trail trail;

    WriteHome(Homes homes, Pictures pictures, Freshness freshness, ShopScope scope, Trail trail) {
        this.homes = homes;
        this.pictures = pictures;
        this.freshness = freshness;
        this.scope = scope;
        this.trail = trail;
    }

    /** @param version the one that was read before; of two who write at once, one is told */
    public void write(ShopId shop, Home home, long version, String by) {
        var checked = CheckHome.checked(home);
        scope.in(shop, () -> {
            var before = homes.find(shop);
            pictures.show(shop, PLACE, 1, checked.pictures());
            if (!homes.write(shop, new Homes.Written(version, checked), by)) {
                throw new ContentProblem.WrittenMeanwhile(before.map(Homes.Written::version).orElse(0L));
            }
            trail.note(Note.of(shop, "home.changed", "shop", shop.value()).before(before.map(Homes.Written::home).orElse(null)).after(checked));
            freshness.changed(shop);
            return checked;
        });
    }

    /** From then on it is made from the catalog. */
    public void clear(ShopId shop) {
        scope.in(shop, () -> {
            var before = homes.find(shop);
            pictures.show(shop, PLACE, 1, List.of());
            homes.delete(shop);
            trail.note(Note.of(shop, "home.cleared", "shop", shop.value()).before(before.map(Homes.Written::home).orElse(null)));
            freshness.changed(shop);
            return shop;
        });
    }
}
