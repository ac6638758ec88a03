package io.wanqu.media;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds pictures of a shop, and notes where they are shown: what is shown nowhere is private, and goes after a while. */
@Component
public class Pictures {

    private final PictureTable table;

    Pictures(PictureTable table) {
        this.table = table;
    }

    /** Those that exist, in one statement. */
    public Map<String, Picture> find(ShopId shop, Collection<String> hashes) {
        var found = new HashMap<String, Picture>();
        if (!hashes.isEmpty()) {
            table.find(shop, hashes).forEach(picture -> found.put(picture.hash(), picture));
        }
        return found;
    }

    /** What one subject shows at a place from now on, and what it showed before is forgotten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(ShopId shop, String place, long subject, Collection<String> hashes) {
        show(shop, place, Map.of(subject, hashes));
    }

    /** The same for many subjects, in three statements; refuses a picture that the shop does not have. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(ShopId shop, String place, Map<Long, ? extends Collection<String>> shown) {
        var uses = new ArrayList<PictureTable.Use>();
        shown.forEach((subject, hashes) -> new LinkedHashSet<>(hashes).forEach(hash -> uses.add(new PictureTable.Use(subject, hash))));
        var found = find(shop, uses.stream().map(PictureTable.Use::hash).toList());
        uses.stream().filter(use -> !found.containsKey(use.hash())).findFirst().ifPresent(use -> {
            throw new MediaProblem.UnknownPicture(use.hash());
        });
        table.countUses(shop, table.use(shop, place, shown.keySet(), List.copyOf(uses)));
    }
}
