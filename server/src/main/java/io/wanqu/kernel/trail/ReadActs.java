package io.wanqu.kernel.trail;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import io.wanqu.kernel.chain.Hashes;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Presented;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Reads who is asking out of the request that this thread answers. */
@Component
class ReadActs {

    private static final String NOTED = ReadActs.class.getName() + ".noted";
    private static final int KEY_DIGITS = 16;
    private static final int NAME_MAX = 80;

    private final ClientAddress addresses;

    ReadActs(ClientAddress addresses) {
        this.addresses = addresses;
    }

    Act current() {
        var request = request();
        return request == null ? Act.SYSTEM : of(request);
    }

    Act of(HttpServletRequest request) {
        var presented = Presented.by(request);
        var name = presented.caller() == null ? "" : presented.caller().name();
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return new Act(presented.owner().isEmpty() ? "nobody" : presented.owner(),
                Change.harmless(name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name),
                request.getMethod() + " " + (pattern == null ? "" : pattern), text(MDC.get("requestId")), addresses.of(request),
                digest(request.getHeader("Idempotency-Key")));
    }

    /** What is written down by the deed itself needs no second entry for its request. */
    void noted() {
        var request = request();
        if (request != null) {
            request.setAttribute(NOTED, true);
        }
    }

    static boolean isNoted(HttpServletRequest request) {
        return request.getAttribute(NOTED) != null;
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? attributes.getRequest() : null;
    }

    private static String digest(@Nullable String key) {
        return key == null ? "" : HexFormat.of().formatHex(Hashes.sha256(key.getBytes(StandardCharsets.UTF_8))).substring(0, KEY_DIGITS);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
