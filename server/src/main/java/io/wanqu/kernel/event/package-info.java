/** The event log: what became true, written in the transaction that made it true, read by named cursors. */
@NullMarked
package io.wanqu.kernel.event;

import org.jspecify.annotations.NullMarked;
