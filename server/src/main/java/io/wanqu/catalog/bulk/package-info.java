/** Many products at once: states and prices changed together, files taken in and given out. */
@NullMarked
package io.wanqu.catalog.bulk;

import org.jspecify.annotations.NullMarked;
