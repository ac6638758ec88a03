/** Orders on their way in: pushes are hints, polls leave nothing out, and both end in one path. */
@NullMarked
package io.wanqu.channel.intake;

import org.jspecify.annotations.NullMarked;
