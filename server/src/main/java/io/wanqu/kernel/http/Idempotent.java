package io.wanqu.kernel.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method that needs the header {@code Idempotency-Key}: the first outcome is kept for a day and given
 * again to whoever repeats the same request with the same key, so that a repeat after a lost answer does nothing twice.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
}
