/** What is done to the database itself: the floor in plain SQL, and more orders than could be sold in the time. */
@NullMarked
package io.wanqu.bench.sql;

import org.jspecify.annotations.NullMarked;
