/** What a day came to, as people and spreadsheets read it. */
@NullMarked
package io.wanqu.settlement.bill;

import org.jspecify.annotations.NullMarked;
