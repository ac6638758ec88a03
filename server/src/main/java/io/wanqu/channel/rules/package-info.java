/** How each channel of a shop is run, and what was agreed about its prices. */
@NullMarked
package io.wanqu.channel.rules;

import org.jspecify.annotations.NullMarked;
