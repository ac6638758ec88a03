package io.wanqu.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

import io.wanqu.catalog.shelf.StockLevel;
import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/** What the server itself says on a page, in the reader's language; Chinese for whoever doesn't say. */
final class Words {

    private static final Words CHINESE = new Words("zh-CN", Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = new Words("en", Locale.ENGLISH);
    private static final Map<String, String> SIGNS = Map.of("CNY", "¥", "USD", "$", "EUR", "€", "GBP", "£", "HKD", "HK$", "TWD", "NT$", "SGD", "S$", "KRW", "₩");

    private final String tag;
    private final ResourceBundle bundle;

    private Words(String tag, Locale language) {
        this.tag = tag;
        this.bundle = ResourceBundle.getBundle("site.words", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By the address when it names a language, else by what the browser prefers. */
    static Words of(@Nullable String asked, String acceptLanguage) {
        if ("en".equals(asked) || "zh-CN".equals(asked)) {
            return "en".equals(asked) ? ENGLISH : CHINESE;
        }
        return of(acceptLanguage);
    }

    static Words of(String acceptLanguage) {
        try {
            for (var range : acceptLanguage.isBlank() ? List.<Locale.LanguageRange>of() : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getWeight() > 0 && range.getRange().startsWith("zh")) {
                    return CHINESE;
                }
                if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                    return ENGLISH;
                }
            }
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
        return CHINESE;
    }

    /** As HTML and HTTP call the language. */
    String tag() {
        return tag;
    }

    String text(String key, Object... values) {
        var text = bundle.getString(key);
        for (var i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /** As web/packages/money writes it, so that nothing changes when the program takes over. */
    String money(Money money) {
        var code = money.currency().getCurrencyCode();
        var digits = money.currency().getDefaultFractionDigits();
        var sign = switch (code) {
            case "JPY" -> "JP¥";
            case "CNY" -> tag.equals("en") ? "CN¥" : "¥";
            default -> SIGNS.getOrDefault(code, code + " ");
        };
        return sign + String.format(Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(money.minor(), digits));
    }

    /** @param left told only while few are left */
    String stock(StockLevel level, @Nullable Long left) {
        return left != null && left > 0 ? text("stock.left", left) : text("stock." + level.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
