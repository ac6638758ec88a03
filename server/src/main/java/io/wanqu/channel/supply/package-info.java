/** Channels that buy from a shop as from a supplier: their calls are answered at once, and codes travel in the answers. */
@NullMarked
package io.wanqu.channel.supply;

import org.jspecify.annotations.NullMarked;
