/** What happens when the money is here: goods handed over, or waited for, or the money returned. */
@NullMarked
package io.wanqu.ordering.settling;

import org.jspecify.annotations.NullMarked;
