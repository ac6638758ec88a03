/** What controllers of every module share: checks of fields, limits, who presented a token, and keys for safe repeats. */
@NullMarked
package io.wanqu.kernel.http;

import org.jspecify.annotations.NullMarked;
