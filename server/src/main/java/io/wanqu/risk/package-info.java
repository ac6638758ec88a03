/** Decides what an order may be, a robber's or a buyer's: counts, lists and rules, each decision with its reasons. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.wanqu.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
