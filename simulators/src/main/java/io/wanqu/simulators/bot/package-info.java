/** A simulated messenger with bots, spoken to as the Telegram Bot API is: webhooks with a secret header, messages, inline keyboards. */
@NullMarked
package io.wanqu.simulators.bot;

import org.jspecify.annotations.NullMarked;
