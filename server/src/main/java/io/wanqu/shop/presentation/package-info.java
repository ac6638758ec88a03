/** How a shop looks, what it says of its sales, and what it recommends. */
@NamedInterface("presentation")
@NullMarked
package io.wanqu.shop.presentation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
