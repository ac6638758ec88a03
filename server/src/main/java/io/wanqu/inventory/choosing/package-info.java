/** Which single cards of a pool a buyer may pick from. */
@NullMarked
package io.wanqu.inventory.choosing;

import org.jspecify.annotations.NullMarked;
