package io.wanqu.fulfilment;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.vault.Reveal;
import io.wanqu.vault.RevealedCard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Opens what was handed over, for whom it was handed over to; each opening is logged. */
@Service
public class OpenDelivery {

    private final Reveal reveal;

    OpenDelivery(Reveal reveal) {
        this.reveal = reveal;
    }

    public List<Opened> toBuyer(ShopId shop, long holder, String by) {
        return reveal.toBuyer(shop, holder, by).stream().map(OpenDelivery::opened).toList();
    }

    private static Opened opened(RevealedCard card) {
        return new Opened(card.line(), card.unit(), card.number() == null ? null : card.number().expose(), card.secret().expose(),
                card.expiresAt());
    }

    /** A code in the clear, on its way to its owner and nowhere else. */
    public record Opened(int line, int unit, @Nullable String number, String code, @Nullable Instant expiresAt) {

        @Override
        public String toString() {
            return "Opened[line=" + line + ", unit=" + unit + "]";
        }
    }
}
