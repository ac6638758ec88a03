package io.wanqu.connector;

import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** One kind of sales channel, found by the service loader; it holds no state of its own. */
public interface Connector {

    /** The channel's short lower-case name, written to the database and never changed. */
    String kind();

    Capabilities capabilities();

    /** Binds the connector to one shop's account. Calls nothing, so a broken account still opens. */
    ChannelSession open(ChannelAccount account);

    /** Every connector on the class path by its kind; two of one kind are a packaging mistake. */
    static SortedMap<String, Connector> installed() {
        var found = new TreeMap<String, Connector>();
        for (var connector : ServiceLoader.load(Connector.class)) {
            if (found.put(connector.kind(), connector) != null) {
                throw new IllegalStateException("two connectors of kind " + connector.kind());
            }
        }
        return found;
    }
}
