/** How a card key is written, sealed and found again. */
@NullMarked
package io.wanqu.vault.sealing;

import org.jspecify.annotations.NullMarked;
