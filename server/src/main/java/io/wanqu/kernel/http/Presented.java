package io.wanqu.kernel.http;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * What a request presented itself with: a good token, a refused one, or nothing.
 *
 * @param owner  names the token without telling it; empty where no good token was presented
 * @param refusal why a token was refused, for the endpoint that needs one
 */
public record Presented(String owner, @Nullable Caller caller, @Nullable Problem refusal) {

    private static final String ATTRIBUTE = Presented.class.getName();
    private static final Presented NOTHING = new Presented("", null, null);

    public static Presented by(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Presented presented ? presented : NOTHING;
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
