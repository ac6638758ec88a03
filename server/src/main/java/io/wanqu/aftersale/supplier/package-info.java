/** Bad goods by batch and supplier, and what suppliers owe for them. */
@NullMarked
package io.wanqu.aftersale.supplier;

import org.jspecify.annotations.NullMarked;
