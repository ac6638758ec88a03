/** Orders as buyers and staff see them. */
@NullMarked
package io.wanqu.ordering.viewing;

import io.wanqu.ordering.row.Orders;

import org.jspecify.annotations.NullMarked;
