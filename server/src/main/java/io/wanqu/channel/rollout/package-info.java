/** Opens a channel step by step, and closes it again when its figures say so. */
@NullMarked
package io.wanqu.channel.rollout;

import org.jspecify.annotations.NullMarked;
