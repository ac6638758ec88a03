/** Pays buyers in advance and gets it back from shops. */
@NullMarked
package io.wanqu.aftersale.fund;

import org.jspecify.annotations.NullMarked;
