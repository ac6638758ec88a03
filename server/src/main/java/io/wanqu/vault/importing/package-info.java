/** Takes card keys in: uploads of any size, read line by line, each line exactly once. */
@NullMarked
package io.wanqu.vault.importing;

import org.jspecify.annotations.NullMarked;
