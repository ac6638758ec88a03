/** One pool: its counters while its row is locked, and the rules by which channels share it. */
@NullMarked
package io.wanqu.inventory.pool;

import org.jspecify.annotations.NullMarked;
