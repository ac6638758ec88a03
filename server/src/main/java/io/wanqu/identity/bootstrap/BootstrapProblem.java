package io.wanqu.identity.bootstrap;

import java.util.Map;

import io.wanqu.kernel.Problem;

/** Why nobody becomes the first operator. */
public abstract sealed class BootstrapProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private BootstrapProblem(String code, Kind kind, Map<String, Object> facts) {
        super("identity." + code, kind, facts);
    }

    public static final class LinkOver extends BootstrapProblem {

        private static final long serialVersionUID = 1L;

        LinkOver() {
            super("link-over", Kind.FORBIDDEN, Map.of());
        }
    }
}
