/** Measures Wanqu over HTTP against plain SQL on the same database, and says each figure as one line. */
@NullMarked
package io.wanqu.bench;

import org.jspecify.annotations.NullMarked;
