package io.wanqu.identity.code;

import java.util.Arrays;
import java.util.Locale;

import io.wanqu.kernel.KernelProblem;

import org.jspecify.annotations.Nullable;

/** What a one-time code is good for; a code for one purpose opens nothing else. */
public enum Purpose {
    REGISTER, LOGIN, RECOVER, PROVE;

    public static Purpose parse(@Nullable String text) {
        return Arrays.stream(values()).filter(purpose -> purpose.text().equals(text)).findFirst()
                .orElseThrow(() -> new KernelProblem.InvalidValue("/purpose", "register, login, recover or prove"));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
