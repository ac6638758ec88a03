/** Who used whose data and what for. */
@NullMarked
package io.wanqu.customer.use;

import org.jspecify.annotations.NullMarked;
