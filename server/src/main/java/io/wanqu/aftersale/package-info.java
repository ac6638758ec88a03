/** What happens when a buyer is not content: cases, evidence, compensation, and what all that says of a shop. */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "shop", "catalog", "catalog :: hint", "vault", "vault :: delivered", "inventory",
        "payment", "ordering", "ordering :: viewing", "ordering :: disputing", "settlement", "settlement :: payout", "settlement :: paper"})
@NullMarked
package io.wanqu.aftersale;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
