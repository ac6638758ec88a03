package io.wanqu.vault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.wanqu.testing.WanquTest;

import org.springframework.context.annotation.Import;

/** The whole server with the vault's own stock counter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@WanquTest
@Import(VaultCast.Beans.class)
public @interface VaultTest {
}
