/** Channels that exist in tests only: each shows one way of trading. */
@NullMarked
package io.wanqu.channel.invented;

import org.jspecify.annotations.NullMarked;
