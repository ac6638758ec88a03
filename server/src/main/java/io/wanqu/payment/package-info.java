/** Takes money through rails that others run, and believes them only after checking. */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "shop"})
@NullMarked
package io.wanqu.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
