package io.wanqu.catalog.finding;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows the words of every product: title, tags, variants; and which products hold all words of a query. */
@Component
public class Finder {

    private static final int HITS_MAX = 1_000;
    private static final int SUGGESTIONS = 8;

    private final JdbcClient jdbc;

    Finder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads the words of these products anew, in two statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void learn(ShopId shop, Collection<Long> products) {
        var sheets = jdbc.sql("""
                select product.id, product.title, array_to_string(product.tags, ' ') as tags,
                       coalesce((select string_agg(sku.title, ' ' order by sku.id)
                                   from catalog.sku
                                  where sku.shop_id = product.shop_id
                                    and sku.product_id = product.id), '') as variants
                  from catalog.product
                 where product.shop_id = :shop
                   and product.id = any(:products)
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .query((row, n) -> Sheet.of(shop, row.getLong("id"), row.getString("title"), row.getString("tags") + " " + row.getString("variants")))
            .list();
        jdbc.sql("""
                insert into catalog.product_words as known (shop_id, product_id, title, words, grams)
                select :shop, product_id, title, words, grams::bigint[]
                  from unnest(:products, :titles, :words, :grams) as sheet (product_id, title, words, grams)
                    on conflict (shop_id, product_id) do update
                   set title = excluded.title, words = excluded.words, grams = excluded.grams
                 where known.words <> excluded.words
                """)
            .params(Columns.of(sheets)
                    .longs("products", Sheet::product)
                    .texts("titles", Sheet::title)
                    .texts("words", Sheet::words)
                    .texts("grams", Sheet::grams)
                    .and("shop", shop.value())
                    .params())
            .update();
    }

    /** The products that hold every word, those first that hold them in their title; nothing for a query without words. */
    public List<Long> find(ShopId shop, String query) {
        var words = Words.of(query);
        return words.isEmpty() ? List.of() : jdbc.sql("""
                select product_id
                  from catalog.product_words
                 where shop_id = :shop
                   and grams @> :grams
                   and words like all (:patterns)
                 order by strpos(title, :whole) = 1 desc, title like all (:patterns) desc, product_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("grams", needed(shop, words))
            .param("patterns", patterns(words))
            .param("whole", String.join(" ", words))
            .param("limit", HITS_MAX)
            .query(Long.class)
            .list();
    }

    /** Titles of products on sale that somebody may mean who has typed so far. */
    public List<String> suggest(ShopId shop, String query) {
        var words = Words.of(query);
        return words.isEmpty() ? List.of() : jdbc.sql("""
                select product.title
                  from catalog.product_words
                  join catalog.product
                    on product.shop_id = product_words.shop_id
                   and product.id = product_words.product_id
                   and product.state = 'on'
                 where product_words.shop_id = :shop
                   and product_words.grams @> :grams
                   and product_words.words like all (:patterns)
                 order by strpos(product_words.title, :whole) = 1 desc, product.sold desc, product.id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("grams", needed(shop, words))
            .param("patterns", patterns(words))
            .param("whole", String.join(" ", words))
            .param("limit", SUGGESTIONS)
            .query(String.class)
            .list().stream().distinct().toList();
    }

    /** Whether a name holds all words of the query, for lists that are short enough to be looked through. */
    public static boolean matches(String name, String query) {
        var plain = Words.plain(name);
        var words = Words.of(query);
        return !words.isEmpty() && words.stream().allMatch(plain::contains);
    }

    private static long[] needed(ShopId shop, List<String> words) {
        Set<Long> grams = new LinkedHashSet<>();
        words.forEach(word -> grams.addAll(Words.needed(shop, word)));
        return grams.stream().mapToLong(Long::longValue).toArray();
    }

    /** Words are letters and digits alone, so that nothing in them means something to the pattern. */
    private static String[] patterns(List<String> words) {
        return words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }

    private record Sheet(long product, String title, String words, String grams) {

        static Sheet of(ShopId shop, long product, String title, String more) {
            var words = Words.plain(title + " " + more);
            return new Sheet(product, Words.plain(title), words,
                    Arrays.toString(Words.grams(shop, words)).replace('[', '{').replace(']', '}').replace(" ", ""));
        }
    }
}
