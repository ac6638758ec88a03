package io.wanqu.catalog.finding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.wanqu.kernel.ShopId;

/**
 * Texts in one spelling, and cut into letters and pairs of neighbouring letters. Chinese has no spaces between words, and
 * pairs find any word of two letters and more without a dictionary; a single letter is found by itself.
 */
final class Words {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {
    }

    /** Full-width as half-width, small letters, no accents, one space between words. */
    static String plain(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var bare = Normalizer.normalize(MARKS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFKC);
        return NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** The words of a query; each must be found. */
    static List<String> of(String query) {
        var plain = plain(query);
        return plain.isEmpty() ? List.of() : Arrays.stream(plain.split(" ")).distinct().toList();
    }

    /** What a text can be found by. */
    static long[] grams(ShopId shop, String plain) {
        var grams = new LinkedHashSet<Long>();
        for (var word : plain.split(" ")) {
            singles(shop, word, grams);
            pairs(shop, word, grams);
        }
        return grams.stream().mapToLong(Long::longValue).toArray();
    }

    /** What a text must have at least to hold this word. */
    static Set<Long> needed(ShopId shop, String word) {
        var grams = new LinkedHashSet<Long>();
        if (word.codePointCount(0, word.length()) == 1) {
            singles(shop, word, grams);
        } else {
            pairs(shop, word, grams);
        }
        return grams;
    }

    private static void singles(ShopId shop, String word, Set<Long> grams) {
        word.codePoints().forEach(letter -> grams.add(number(shop, letter, 0)));
    }

    private static void pairs(ShopId shop, String word, Set<Long> grams) {
        var letters = word.codePoints().toArray();
        for (var i = 1; i < letters.length; i++) {
            grams.add(number(shop, letters[i - 1], letters[i]));
        }
    }

    /** Two things with one number only cost a look: what is found is compared again. */
    private static long number(ShopId shop, int first, int second) {
        var hash = shop.value() * 0x9e3779b97f4a7c15L ^ ((long) first << Integer.SIZE | second) * 0xc2b2ae3d27d4eb4fL;
        hash = (hash ^ hash >>> 29) * 0xbf58476d1ce4e5b9L;
        return hash ^ hash >>> 32;
    }
}
