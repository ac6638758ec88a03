/** What books that nobody may change unseen have in common: canonical bytes, hashes over them, and the mark up to which they are sealed. */
@NullMarked
package io.wanqu.kernel.chain;

import org.jspecify.annotations.NullMarked;
