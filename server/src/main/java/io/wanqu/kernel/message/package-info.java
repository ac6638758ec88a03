/** Mail and text messages to people: written down in the sender's transaction, sent after it. */
@NullMarked
package io.wanqu.kernel.message;

import org.jspecify.annotations.NullMarked;
