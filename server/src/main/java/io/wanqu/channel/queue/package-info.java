/** Work that lies in rows until a node claims it for a time. */
@NullMarked
package io.wanqu.channel.queue;

import org.jspecify.annotations.NullMarked;
