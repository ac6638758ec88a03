package io.wanqu.channel;

import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;

import io.wanqu.connector.PushRequest;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** A channel's request exactly as it arrived. */
public final class AsItCame {

    private AsItCame() {
    }

    public static PushRequest of(HttpServletRequest request, byte @Nullable [] body, Instant at) {
        var headers = Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name, request::getHeader, (first, second) -> first));
        var query = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey(), each -> each.getValue()[0]));
        return new PushRequest(headers, query, body == null ? new byte[0] : body, at);
    }
}
