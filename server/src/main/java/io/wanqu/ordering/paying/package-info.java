/** Where an order is paid: by its buyer, or by a friend who learns nothing but what it costs. */
@NullMarked
package io.wanqu.ordering.paying;

import org.jspecify.annotations.NullMarked;
