/** Says whose the money is: double entry, append-only. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.wanqu.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
