/** What the connectors share below their protocols: digests, forms, exchanges over HTTP, times, amounts, and pages. */
@NullMarked
package io.wanqu.connectors.wire;

import org.jspecify.annotations.NullMarked;
