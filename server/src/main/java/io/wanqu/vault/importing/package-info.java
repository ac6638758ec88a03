/** Takes card keys in: uploads of any size, read line by line, each line exactly once. */
@NamedInterface("importing")
@NullMarked
package io.wanqu.vault.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
