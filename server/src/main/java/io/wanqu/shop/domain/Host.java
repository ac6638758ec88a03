package io.wanqu.shop.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.wanqu.kernel.KernelProblem;

import org.jspecify.annotations.Nullable;

/** A name under which a shop is reached; small letters, and the form of the wire for other scripts. */
record Host(String text) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");
    private static final int LENGTH_MAX = 200;

    static Host of(@Nullable String field) {
        return read(field).orElseThrow(() -> new KernelProblem.InvalidValue("/host", "a domain such as shop.example"));
    }

    /** Also of what a browser sends: with a port, or with a dot at its end. */
    static Optional<Host> read(@Nullable String text) {
        if (text == null || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var plain = IDN.toASCII(text.strip().replaceFirst(":\\d{1,5}$", "").replaceFirst("\\.$", "")).toLowerCase(Locale.ROOT);
            return plain.length() <= LENGTH_MAX && FORM.matcher(plain).matches() ? Optional.of(new Host(plain)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where the proof stands; apart from the host itself, so that it disturbs nothing that stands there. */
    String proofName() {
        return "_wanqu." + text;
    }
}
