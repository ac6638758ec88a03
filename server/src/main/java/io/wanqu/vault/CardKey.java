package io.wanqu.vault;

/** A secret in the clear, on its way to whom it belongs; as text it shows nothing, so no log line or message can leak it. */
public final class CardKey {

    private final String text;

    CardKey(String text) {
        this.text = text;
    }

    /** The secret itself; call it only where the answer is written. */
    public String expose() {
        return text;
    }

    @Override
    public String toString() {
        return "CardKey[****]";
    }
}
