/** Orders as buyers and staff see them. */
@NamedInterface("viewing")
@NullMarked
package io.wanqu.ordering.viewing;

import io.wanqu.ordering.row.Orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
