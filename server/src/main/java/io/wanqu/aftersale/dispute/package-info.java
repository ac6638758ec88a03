/** Complaints of buyers from their opening to their end. */
@NullMarked
package io.wanqu.aftersale.dispute;

import org.jspecify.annotations.NullMarked;
