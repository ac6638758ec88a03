/** What the platform asks for a sale, and what a rail may do, from a moment on. */
@NullMarked
package io.wanqu.settlement.terms;

import org.jspecify.annotations.NullMarked;
