/** Secrets that are drawn, told once, and kept as hashes. */
@NullMarked
package io.wanqu.identity.secret;

import org.jspecify.annotations.NullMarked;
