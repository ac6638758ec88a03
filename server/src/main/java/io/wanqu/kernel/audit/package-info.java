/** The recount: what each module promises of its own rows, checked again from the rows themselves. */
@NullMarked
package io.wanqu.kernel.audit;

import org.jspecify.annotations.NullMarked;
