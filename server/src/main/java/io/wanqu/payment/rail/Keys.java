package io.wanqu.payment.rail;

import java.util.Map;
import java.util.Set;

/** The secrets of an account; they show themselves to nobody who does not ask for one by name. */
public final class Keys {

    private final Map<String, String> secrets;

    public Keys(Map<String, String> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    /** The secret of this name. */
    public String reveal(String name) {
        var secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalStateException("the account has no key '" + name + "'");
        }
        return secret;
    }

    public boolean has(String name) {
        return secrets.containsKey(name);
    }

    public Set<String> names() {
        return secrets.keySet();
    }

    @Override
    public String toString() {
        return "Keys[…]";
    }
}
