/** Counts what people, devices and addresses do: in memory of each node, joined with the other nodes' counts behind the back of the sales. */
@NullMarked
package io.wanqu.risk.count;

import org.jspecify.annotations.NullMarked;
