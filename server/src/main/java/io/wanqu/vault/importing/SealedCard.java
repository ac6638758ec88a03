package io.wanqu.vault.importing;

import io.wanqu.vault.sealing.CardSeal.Sealed;

/** A parsed line that is sealed already and waits to be written; the text is no longer in it. */
record SealedCard(long id, ParsedLine.Card line, Sealed sealed) {

    @Override
    public String toString() {
        return "SealedCard[" + id + "]";
    }
}
