/** Selling by conversation: updates come in, messages go out, both at most once. */
@NullMarked
package io.wanqu.storefront.bot;

import org.jspecify.annotations.NullMarked;
