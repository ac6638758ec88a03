package io.wanqu.vault.importing;

import java.time.Instant;

import io.wanqu.vault.sealing.CardText;

import org.jspecify.annotations.Nullable;

/** What a line turned out to be. */
sealed interface ParsedLine {

    int lineNo();

    /** @param expiresAt absent means never */
    record Card(int lineNo, CardText text, @Nullable String label, long premiumMinor, @Nullable Instant expiresAt, int uses,
            @Nullable Integer perDay) implements ParsedLine {

        private static final CardText NO_TEXT = new CardText(null, "");

        Card withoutText() {
            return new Card(lineNo, NO_TEXT, label, premiumMinor, expiresAt, uses, perDay);
        }
    }

    record Bad(int lineNo, LineError error) implements ParsedLine {
    }
}
