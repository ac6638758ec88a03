/** Signing in from mini programs, whose platforms say who holds the phone. */
@NullMarked
package io.wanqu.identity.program;

import org.jspecify.annotations.NullMarked;
