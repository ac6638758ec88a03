package io.wanqu.channel.account;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.Secret;
import io.wanqu.vault.ConsignedCards;
import io.wanqu.vault.RevealedCard;

/** The form in which a card travels to a channel, the same in every repeat. */
public final class Codes {

    private Codes() {
    }

    /** A card without a number of its own is all key; that is what the buyer reads. */
    public static Delivery.Code of(RevealedCard card) {
        var stableId = card.cardId() + "-" + card.unit();
        var number = card.number();
        return number == null ? new Delivery.Code(card.secret().expose(), null, stableId)
                : new Delivery.Code(number.expose(), Secret.of(card.secret().expose()), stableId);
    }

    /** The card that a channel's code would be, to be looked for by its hash. */
    public static ConsignedCards.Code card(Delivery.Code code) {
        var secret = code.secret();
        return secret == null ? new ConsignedCards.Code(null, code.number()) : new ConsignedCards.Code(code.number(), secret.reveal());
    }
}
