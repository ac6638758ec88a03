/** Leading buyers to a listing elsewhere, and telling what came of it. */
@NullMarked
package io.wanqu.storefront.showcase;

import org.jspecify.annotations.NullMarked;
