/** What a signed-in person sees of himself: his orders everywhere, who he is where, what he allows, and who used his data. */
@NullMarked
package io.wanqu.customer.me;

import org.jspecify.annotations.NullMarked;
