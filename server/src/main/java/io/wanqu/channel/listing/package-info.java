/** Offers that are written once and shown by every channel in its own words. */
@NullMarked
package io.wanqu.channel.listing;

import org.jspecify.annotations.NullMarked;
