package io.wanqu.risk;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.wanqu.kernel.KernelProblem;

/** What may become of an order, the mildest first. */
public enum Outcome {
    /** Goes on as if nobody had asked; as a rule's outcome it ends the matter, whatever other rules say. */
    ALLOW,
    /** Goes on once the buyer's machine, or the buyer, has proven something that is dear in thousands and nothing once. */
    CHALLENGE,
    /** Is placed and may be paid, but a person looks at it before anything is handed over. */
    HOLD,
    /** Goes no further, and nobody is told why. */
    REFUSE;

    /** As it is written in rules and records. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Outcome of(String text) {
        for (var outcome : values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        throw new KernelProblem.InvalidValue("/outcome", "allow, challenge, hold or refuse");
    }

    public Outcome stricter(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
