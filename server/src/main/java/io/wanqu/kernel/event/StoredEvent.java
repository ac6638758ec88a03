package io.wanqu.kernel.event;

import java.time.Instant;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;

/** An event as it stands in the log; it may be read more than once. */
public record StoredEvent(ShopId shop, long id, String type, long subject, String json, Instant at) {

    public boolean is(Class<? extends Event> eventType) {
        return type.equals(EventLog.nameOf(eventType));
    }

    public <E extends Event> E as(Class<E> eventType) {
        return Json.read(json, eventType);
    }
}
