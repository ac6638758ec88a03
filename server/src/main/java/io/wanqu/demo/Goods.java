package io.wanqu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.wanqu.kernel.Json;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the demo shop sells and shows, as it stands in {@code demo/goods.json}. */
record Goods(List<Category> categories, List<Product> products, Home home) {

    static Goods read() {
        try (var file = new ClassPathResource("demo/goods.json").getInputStream()) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), Goods.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Category(String slug, String name, @Nullable String motif, @Nullable String from, @Nullable String to, @Nullable List<Category> children) {
    }

    record Product(String name, String category, String title, String description, String howToUse, String warranty, List<String> tags, int weight,
            String motif, String from, String to, List<Sku> skus) {
    }

    /**
     * @param cards how many lie in its pool from the beginning
     * @param tiers from how many pieces, and what one costs then
     * @param kind  shared where each card is an account that many use, numbers where each is a number to pick, else absent
     */
    record Sku(String title, long price, @Nullable Long compareAt, int perOrderMax, int cards, @Nullable List<List<Long>> tiers, @Nullable String kind) {

        boolean shared() {
            return "shared".equals(kind);
        }

        boolean chooseable() {
            return "numbers".equals(kind);
        }
    }

    record Home(String announcement, Contact contact, String footer, Banner banner, String notice) {
    }

    record Contact(String mail, String hours) {
    }

    record Banner(String motif, String from, String to, String alt, String link) {
    }
}
