package io.wanqu.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.wanqu.catalog.shelf.StockLevel;
import io.wanqu.kernel.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0      | CNY | ¥0.00     | CN¥0.00
            123450 | CNY | ¥1,234.50 | CN¥1,234.50
            1500   | JPY | JP¥1,500  | JP¥1,500
            1500   | KWD | KWD 1.500 | KWD 1.500
            """)
    void amounts_are_written_as_the_pages_write_them(long minor, String currency, String chinese, String english) {
        assertThat(Words.of("zh-CN").money(Money.of(minor, currency))).isEqualTo(chinese);
        assertThat(Words.of("en").money(Money.of(minor, currency))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | zh-CN
            fr, en;q=0.5         | en
            en;q=0.1, zh;q=0.9   | zh-CN
            de                   | zh-CN
            ;;;                  | zh-CN
            """)
    void the_language_is_what_the_browser_prefers(String accepted, String tag) {
        assertThat(Words.of(accepted).tag()).isEqualTo(tag);
    }

    @Test
    void every_stock_level_has_words() {
        for (var level : StockLevel.values()) {
            for (var language : List.of("zh-CN", "en")) {
                assertThat(Words.of(language).stock(level, null)).isNotBlank();
            }
        }
        assertThat(Words.of("en").stock(StockLevel.LAST, 3L)).isEqualTo("Only 3 left");
    }
}
