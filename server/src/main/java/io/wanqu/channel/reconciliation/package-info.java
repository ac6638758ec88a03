/** Compares each channel's day with ours, explains every difference and repairs it; says what each channel earned. */
@NullMarked
package io.wanqu.channel.reconciliation;

import org.jspecify.annotations.NullMarked;
