/** Compares books, payments and the rails' bills, day by day, and has the differences explained. */
@NullMarked
package io.wanqu.settlement.check;

import org.jspecify.annotations.NullMarked;
