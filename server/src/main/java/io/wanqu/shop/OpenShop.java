package io.wanqu.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a shop under a slug that nobody else has. */
@Component
public class OpenShop {

    static final int NAME_MAX = 80;

    private final ShopTable table;
    private final Ids ids;
    private final EventLog events;
    private final Clock clock;

    OpenShop(ShopTable table, Ids ids, EventLog events, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Shop open(String slug, String name, String currency) {
        var shop = new Shop(new ShopId(ids.next()), new Slug(slug).text(), Require.text("/name", name, 1, NAME_MAX), Shop.State.OPEN,
                known(currency), new ChannelId(ids.next()));
        table.lockSlugs(List.of(shop.slug()));
        if (!table.add(shop)) {
            throw new ShopProblem.SlugTaken(slug);
        }
        events.append(List.of(new ShopOpened(shop.id(), shop.page())));
        return shop;
    }

    /** Refuses an address that could not be had now. */
    public void mustBeFree(String slug) {
        if (table.isAnothers(new Slug(slug).text(), ShopId.PLATFORM)) {
            throw new ShopProblem.SlugTaken(slug);
        }
    }

    public Instant now() {
        return clock.instant();
    }

    private static String known(String currency) {
        try {
            return Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new KernelProblem.InvalidValue("/currency", "an ISO 4217 code such as CNY");
        }
    }
}
