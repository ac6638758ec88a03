/** Secrets that are drawn, told once, and kept as hashes. */
@NamedInterface("secret")
@NullMarked
package io.wanqu.identity.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
