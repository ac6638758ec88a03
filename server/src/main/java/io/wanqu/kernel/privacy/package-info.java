/** What each module promises of the personal data it keeps: that it can be shown, destroyed, and ends by itself. */
@NullMarked
package io.wanqu.kernel.privacy;

import org.jspecify.annotations.NullMarked;
