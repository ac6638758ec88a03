/** Tells a channel what became of its orders: card keys written back, or lines given back. */
@NullMarked
package io.wanqu.channel.writeback;

import org.jspecify.annotations.NullMarked;
