/** Takes payments to their providers, and looks after them until they end. */
@NamedInterface("paying")
@NullMarked
package io.wanqu.payment.paying;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
