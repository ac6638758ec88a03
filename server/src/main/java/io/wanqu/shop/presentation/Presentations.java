package io.wanqu.shop.presentation;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.presentation.Presentation.Display;
import io.wanqu.shop.presentation.Presentation.Marketing;
import io.wanqu.shop.presentation.Presentation.Recommendation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.presentation table; what it answers may be up to two seconds old. */
@Repository
public class Presentations {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 10_000;

    private final JdbcClient jdbc;
    private final Cache<ShopId, Presentation> cache = Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    Presentations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plain one for a shop that never wrote any. */
    public Presentation of(ShopId shop) {
        return cache.get(shop, this::find);
    }

    void write(ShopId shop, Presentation presentation) {
        jdbc.sql("""
                insert into shop.presentation (shop_id, category, display, marketing, recommendation)
                values (:shop, :category, :display::jsonb, :marketing::jsonb, :recommendation::jsonb)
                    on conflict (shop_id) do update
                   set category = excluded.category, display = excluded.display, marketing = excluded.marketing,
                       recommendation = excluded.recommendation, changed_at = now()
                """)
            .param("shop", shop.value())
            .param("category", presentation.category())
            .param("display", Json.write(presentation.display()))
            .param("marketing", Json.write(presentation.marketing()))
            .param("recommendation", Json.write(presentation.recommendation()))
            .update();
        cache.invalidate(shop);
    }

    private Presentation find(ShopId shop) {
        return jdbc.sql("select category, display, marketing, recommendation from shop.presentation where shop_id = :shop")
            .param("shop", shop.value())
            .query((row, n) -> new Presentation(row.getString("category"), Json.read(row.getString("display"), Display.class),
                    Json.read(row.getString("marketing"), Marketing.class), Json.read(row.getString("recommendation"), Recommendation.class)))
            .optional()
            .orElse(Presentation.PLAIN);
    }
}
