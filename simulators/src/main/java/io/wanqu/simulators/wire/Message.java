package io.wanqu.simulators.wire;

import java.util.Map;

/**
 * What a platform tells the maker of a seller's software, ready to be sent.
 *
 * @param address whose postbox or queue: an application's key, or what a protocol directs by itself
 * @param id what the receiver knows a repeat by, empty when the body says it
 * @param query what is added to the receiver's address, empty when nothing is
 */
public record Message(String address, String id, Map<String, String> headers, String query, byte[] body) {

    public Message {
        headers = Map.copyOf(headers);
    }
}
