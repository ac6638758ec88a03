/** How a shop sorts its products: categories in two levels, and a product in several of them. */
@NamedInterface("category")
@NullMarked
package io.wanqu.catalog.category;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
