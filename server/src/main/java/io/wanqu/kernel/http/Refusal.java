package io.wanqu.kernel.http;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** The code with which a request was refused, for whoever writes down how requests ended. */
public final class Refusal {

    private static final String ATTRIBUTE = Refusal.class.getName();

    private Refusal() {
    }

    public static void note(HttpServletRequest request, String code) {
        request.setAttribute(ATTRIBUTE, code);
    }

    public static @Nullable String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String code ? code : null;
    }
}
