/** The audit trail: who did what, from where, before and after; append-only, and sealed into a chain of hashes for each shop. */
@NullMarked
package io.wanqu.kernel.trail;

import org.jspecify.annotations.NullMarked;
