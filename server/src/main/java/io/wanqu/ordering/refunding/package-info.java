/** Money that staff send back, and money that a bank takes back: what it does to the order and in the books. */
@NullMarked
package io.wanqu.ordering.refunding;

import org.jspecify.annotations.NullMarked;
