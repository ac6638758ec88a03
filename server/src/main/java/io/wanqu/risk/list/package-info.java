/** Who is always let through, and who never. */
@NullMarked
package io.wanqu.risk.list;

import org.jspecify.annotations.NullMarked;
