package io.wanqu.kernel.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller method that finds something by a secret of its owner: whoever is wrong too often from one address is held
 * back for a while. Who is right is never counted.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AgainstGuessing {

    /** The codes of the refusals that are wrong guesses. */
    String[] wrong();
}
