/** Cards that lie at a channel before they are sold: handed over, sold by the code that the channel names, or taken back. */
@NullMarked
package io.wanqu.channel.consignment;

import org.jspecify.annotations.NullMarked;
