/** A person's own data, as a file that he may carry away. */
@NullMarked
package io.wanqu.privacy.export;

import org.jspecify.annotations.NullMarked;
