/** Who may hold how many shops: the operator's rule, applications and their review, and what looks like too much. */
@NullMarked
package io.wanqu.shop.opening;

import org.jspecify.annotations.NullMarked;
