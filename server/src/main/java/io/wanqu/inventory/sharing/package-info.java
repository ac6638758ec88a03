/** Pools as the staff see them, and how channels share them. */
@NamedInterface("sharing")
@NullMarked
package io.wanqu.inventory.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
