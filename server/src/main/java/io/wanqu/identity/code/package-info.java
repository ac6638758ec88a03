/** One-time codes that show that a mail address or a phone is somebody's. */
@NullMarked
package io.wanqu.identity.code;

import org.jspecify.annotations.NullMarked;
