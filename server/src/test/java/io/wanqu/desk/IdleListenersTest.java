package io.wanqu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.wanqu.desk.IdleListeners.Idle;

import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class IdleListenersTest {

    @Test
    void there_are_as_many_as_were_asked_for_each_with_a_cursor_of_its_own() {
        try (var context = with(3)) {
            assertThat(context.getBeansOfType(Idle.class).values()).extracting(Idle::cursor)
                    .containsExactlyInAnyOrder("desk.idle-1", "desk.idle-2", "desk.idle-3");
        }
    }

    @Test
    void there_are_none_unless_they_were_asked_for() {
        try (var context = with(0)) {
            assertThat(context.getBeansOfType(Idle.class)).isEmpty();
        }
    }

    private static AnnotationConfigApplicationContext with(int count) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(IdleListeners.PROPERTY, count)));
        context.register(IdleListeners.Registered.class);
        context.refresh();
        return context;
    }
}
