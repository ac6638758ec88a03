package io.wanqu.vault.sealing;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;

/** Seals what is on a card for its row, and makes the fingerprint by which the same card is found in any shop. */
@Component
public class CardSeal {

    private final Sealing sealing;

    CardSeal(Sealing sealing) {
        this.sealing = sealing;
    }

    public Sealed seal(ShopId shop, long card, CardText text) {
        var plain = text.bytes();
        return new Sealed(sealing.seal(shop, row(card), plain), sealing.platformHash("vault.card", plain));
    }

    /** By which a card is found, whoever names it. */
    public byte[] fingerprint(CardText text) {
        return sealing.platformHash("vault.card", text.bytes());
    }

    public CardText open(ShopId shop, long card, byte[] sealed) {
        return CardText.of(sealing.open(shop, row(card), sealed));
    }

    /** The same content under the shop's present key. */
    public byte[] again(ShopId shop, long card, byte[] sealed) {
        return sealing.seal(shop, row(card), sealing.open(shop, row(card), sealed));
    }

    private static String row(long card) {
        return "vault.card/" + card;
    }

    /** What is stored of a card. */
    public record Sealed(byte[] bytes, byte[] fingerprint) {
    }
}
