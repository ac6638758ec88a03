package io.wanqu.site;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What stands at an address.
 *
 * @param kind       shops, home, product, category, other or missing; the program that takes over starts with it
 * @param indexed    whether search engines should keep it
 * @param picture    the address of a picture for those who pass the page on
 * @param properties of Open Graph, beside those that every page has
 * @param structured for search engines, in the words of schema.org
 * @param answers    by address what the program would ask the API for first, and what it would answer
 * @param first      what is read before any program runs
 */
record Entry(String kind, HttpStatus status, String title, String description, boolean indexed, @Nullable String picture,
        Map<String, String> properties, List<Map<String, Object>> structured, Map<String, Object> answers, Html first) {
}
