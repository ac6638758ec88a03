/** Orders as rows: locking them, reading them, moving them on, and their clock. */
@NullMarked
package io.wanqu.ordering.row;

import org.jspecify.annotations.NullMarked;
