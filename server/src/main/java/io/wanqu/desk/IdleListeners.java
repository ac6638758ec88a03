package io.wanqu.desk;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderPaid;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** So many listeners as {@code wanqu.events.idle-listeners} says that read every sale and do nothing, for measuring what one more listener costs. */
class IdleListeners implements BeanRegistrar {

    static final String PROPERTY = "wanqu.events.idle-listeners";

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        for (var n = 1; n <= environment.getProperty(PROPERTY, Integer.class, 0); n++) {
            var cursor = "desk.idle-" + n;
            registry.registerBean(cursor, Idle.class, bean -> bean.supplier(context -> new Idle(cursor)));
        }
    }

    /** Brings the listeners in. */
    @Configuration(proxyBeanMethods = false)
    @Import(IdleListeners.class)
    static class Registered {
    }

    record Idle(String cursor) implements EventListener {

        @Override
        public Set<Class<? extends Event>> events() {
            return Set.of(OrderPaid.class);
        }

        @Override
        public void on(List<StoredEvent> batch) {
            // Reading and moving the cursor is all.
        }
    }
}
