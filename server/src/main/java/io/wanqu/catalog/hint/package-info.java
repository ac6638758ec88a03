/** What pages of products show that others know: stock, prices, warranties, cards to pick from. Those who know it implement it. */
@NamedInterface("hint")
@NullMarked
package io.wanqu.catalog.hint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
