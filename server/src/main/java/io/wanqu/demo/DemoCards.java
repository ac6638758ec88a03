package io.wanqu.demo;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.importing.PasteCards;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Fills the demo's pools with invented cards, each drawn anew. */
@Component
@ConditionalOnProperty("wanqu.demo")
class DemoCards {

    private static final int CODE_BYTES = 8;
    private static final int USES = 90;
    private static final int USES_A_DAY = 3;
    private static final int PREMIUM_STEP = 10;

    private final PasteCards pasteCards;
    private final SecureRandom random = new SecureRandom();

    DemoCards(PasteCards pasteCards) {
        this.pasteCards = pasteCards;
    }

    void load(ShopId shop, PoolId pool, Goods.Sku sku) {
        if (sku.cards() > 0) {
            pasteCards.paste(new Caller(shop, "demo", Set.of(Scope.CARDS_WRITE)), pool, text(sku));
        }
    }

    private PasteCards.Text text(Goods.Sku sku) {
        if (sku.shared()) {
            return new PasteCards.Text(lines(sku.cards(), n -> "player-" + hex(3) + "----" + code()), false, USES, USES_A_DAY);
        }
        if (sku.chooseable()) {
            return new PasteCards.Text("number,secret,label,premium\n" + lines(sku.cards(), this::number), true, 1, null);
        }
        return PasteCards.Text.of(lines(sku.cards(), n -> code()));
    }

    /** The nicer the number, the more it costs on top. */
    private String number(int n) {
        var end = String.format(Locale.ROOT, "%04d", random.nextInt(10_000));
        var number = "138" + String.format(Locale.ROOT, "%04d", random.nextInt(10_000)) + end;
        return number + "," + code() + ",138****" + end + "," + n * PREMIUM_STEP;
    }

    private String code() {
        return hex(CODE_BYTES).toUpperCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    private String hex(int bytes) {
        var drawn = new byte[bytes];
        random.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }

    private static String lines(int count, Line line) {
        return IntStream.range(0, count).mapToObj(line::of).collect(Collectors.joining("\n"));
    }

    private interface Line {

        String of(int number);
    }
}
