/** Who waits for stock, and whose turn it is. */
@NamedInterface("waiting")
@NullMarked
package io.wanqu.inventory.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
