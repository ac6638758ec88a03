package io.wanqu.connector.supply;

import io.wanqu.connector.PushRequest;

/** A call of a channel that wants its answer at once; the path is what follows our address, beginning with a slash. */
public record SupplyRequest(String path, PushRequest request) {
}
