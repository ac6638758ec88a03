/** The pages that the server itself gives out: widget, till and pick-up, with their assets. */
@NullMarked
package io.wanqu.storefront.widget;

import org.jspecify.annotations.NullMarked;
