/** What staff does with cards after they were imported: look at batches, recall, export, reveal, and let old cards expire. */
@NullMarked
package io.wanqu.vault.batch;

import org.jspecify.annotations.NullMarked;
