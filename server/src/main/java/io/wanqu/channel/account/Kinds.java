package io.wanqu.channel.account;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.Connector;

import org.springframework.stereotype.Component;

/** The kinds of channel this server can talk to: whatever connectors lie on the class path. */
@Component
public class Kinds {

    private final SortedMap<String, Connector> installed = Connector.installed();

    /** What each kind can do. */
    public SortedMap<String, Capabilities> all() {
        var all = new TreeMap<String, Capabilities>();
        installed.forEach((kind, connector) -> all.put(kind, connector.capabilities()));
        return all;
    }

    /** The kinds whose capabilities fulfil a wish. */
    public List<String> that(Predicate<Capabilities> can) {
        return installed.entrySet().stream().filter(it -> can.test(it.getValue().capabilities())).map(Map.Entry::getKey).toList();
    }

    Connector get(String kind) {
        var connector = installed.get(kind);
        if (connector == null) {
            throw new ChannelProblem.UnknownKind(kind, installed.keySet());
        }
        return connector;
    }

    public Capabilities capabilities(String kind) {
        return get(kind).capabilities();
    }
}
