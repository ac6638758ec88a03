package io.wanqu.structure;

/** A place where a rule of the house is broken, in words that say what to do. */
public record Breach(String rule, String place, String text) {

    @Override
    public String toString() {
        return rule + ": " + place + ": " + text;
    }
}
