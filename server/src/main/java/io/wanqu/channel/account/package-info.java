/** What is known of a shop's account on a channel, and the one way to talk to it. */
@NullMarked
package io.wanqu.channel.account;

import org.jspecify.annotations.NullMarked;
