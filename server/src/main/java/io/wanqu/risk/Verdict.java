package io.wanqu.risk;

/**
 * What was decided.
 *
 * @param byCode      for a challenge: whether he shall read a code that was sent to him; else his machine works for it
 * @param extraBits   for a challenge: how much harder the work is than usual, because it was asked for so often
 * @param reviewHours for a hold: after so many hours without a person's word
 * @param releases    the order is released, or its money goes back
 */
public record Verdict(Outcome outcome, boolean byCode, int extraBits, int reviewHours, boolean releases) {

    static Verdict plain(Outcome outcome) {
        return new Verdict(outcome, false, 0, 0, false);
    }
}
