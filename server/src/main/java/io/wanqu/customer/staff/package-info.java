/** What a shop's staff see and do with customers. */
@NullMarked
package io.wanqu.customer.staff;

import org.jspecify.annotations.NullMarked;
