/** Orders somebody complains about: their money waits, goes back, or is released. */
@NamedInterface("disputing")
@NullMarked
package io.wanqu.ordering.disputing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
