/** What a shop's buyers see of its goods. */
@NamedInterface("shelf")
@NullMarked
package io.wanqu.catalog.shelf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
