/** What others ask of the graph: where somebody bought, whom something touches, and whether it still adds up. */
@NullMarked
package io.wanqu.customer.look;

import org.jspecify.annotations.NullMarked;
