/** What keeps guessers out and owners in: counted tries, familiar devices, and word of what is unusual. */
@NullMarked
package io.wanqu.identity.watch;

import org.jspecify.annotations.NullMarked;
