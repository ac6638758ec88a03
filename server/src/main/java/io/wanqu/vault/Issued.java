package io.wanqu.vault;

/** How many units of a line are delivered now, in this call and before it together: a repeat answers the same. */
public record Issued(long holder, int line, int count) {
}
