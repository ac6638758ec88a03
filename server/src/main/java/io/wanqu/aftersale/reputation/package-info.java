/** What is known of how a shop trades, made into one number. */
@NullMarked
package io.wanqu.aftersale.reputation;

import org.jspecify.annotations.NullMarked;
