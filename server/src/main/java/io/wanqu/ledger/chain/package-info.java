/** Seals the postings of each shop's days into a chain of hashes, and proves later that not a byte has changed. */
@NullMarked
package io.wanqu.ledger.chain;

import org.jspecify.annotations.NullMarked;
