package io.wanqu.identity.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Passwords that are tried first: those of a list, and words of it with numbers or signs behind them. */
final class CommonPasswords {

    private static final String LIST = "/identity/common-passwords.txt";
    private static final Pattern ENDING = Pattern.compile("[\\d\\p{Punct}]+$");
    private static final Set<String> KNOWN = read();

    private CommonPasswords() {
    }

    static boolean contains(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return KNOWN.contains(lower) || KNOWN.contains(ENDING.matcher(lower).replaceFirst(""));
    }

    static int size() {
        return KNOWN.size();
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
