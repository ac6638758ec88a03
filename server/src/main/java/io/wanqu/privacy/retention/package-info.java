/** How long each kind of personal data is kept, and its end. */
@NullMarked
package io.wanqu.privacy.retention;

import org.jspecify.annotations.NullMarked;
