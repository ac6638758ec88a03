package io.wanqu.channel.account;

import java.util.SortedMap;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.Connector;

import org.springframework.stereotype.Component;

/** The kinds of channel this server can talk to: whatever connectors lie on the class path. */
@Component
public class Kinds {

    private final SortedMap<String, Connector> installed = Connector.installed();

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
