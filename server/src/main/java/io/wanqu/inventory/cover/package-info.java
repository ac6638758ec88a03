/** For how long the stock of a pool will last, who is told in time, and how much to load. */
@NullMarked
package io.wanqu.inventory.cover;

import org.jspecify.annotations.NullMarked;
