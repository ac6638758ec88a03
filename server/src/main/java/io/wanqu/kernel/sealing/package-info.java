/** Keeps secrets unreadable at rest: envelope keys, sealed values and keyed hashes. */
@NullMarked
package io.wanqu.kernel.sealing;

import org.jspecify.annotations.NullMarked;
