/** What became of cards that were handed out: who looked at them, how they are found again, and bad ones exchanged. */
@NamedInterface("delivered")
@NullMarked
package io.wanqu.vault.delivered;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
