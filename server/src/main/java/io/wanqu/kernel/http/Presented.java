package io.wanqu.kernel.http;

import io.wanqu.kernel.Buyer;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Problem;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * What a request presented itself with: a good token or session, a refused one, or nothing.
 *
 * @param owner   names the token or the account without telling a secret; empty where nothing good was presented
 * @param refusal why there is no caller, for the endpoint that needs one
 * @param buyer   who is signed in, whether or not he works for a shop
 */
public record Presented(String owner, @Nullable Caller caller, @Nullable Problem refusal, @Nullable Buyer buyer) {

    private static final String ATTRIBUTE = Presented.class.getName();
    private static final Presented NOTHING = new Presented("", null, null, null);

    /** A token, which stands for a shop and for nobody in person. */
    public Presented(String owner, @Nullable Caller caller, @Nullable Problem refusal) {
        this(owner, caller, refusal, null);
    }

    public static Presented by(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Presented presented ? presented : NOTHING;
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
