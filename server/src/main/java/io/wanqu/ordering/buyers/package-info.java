/** What orders say of their buyers, and what buyers see of their orders. */
@NullMarked
package io.wanqu.ordering.buyers;

import org.jspecify.annotations.NullMarked;
