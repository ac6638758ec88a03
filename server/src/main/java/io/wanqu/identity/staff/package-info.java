/** Who works for which shop, as what. */
@NamedInterface("staff")
@NullMarked
package io.wanqu.identity.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
