/** The end of a person's data: what is destroyed, and what the law keeps. */
@NullMarked
package io.wanqu.privacy.erasure;

import org.jspecify.annotations.NullMarked;
