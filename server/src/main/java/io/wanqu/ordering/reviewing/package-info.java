/** Orders that the rules against abuse hold back: the queue, and what a person decides. */
@NullMarked
package io.wanqu.ordering.reviewing;

import org.jspecify.annotations.NullMarked;
