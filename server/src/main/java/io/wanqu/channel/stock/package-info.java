/** Tells channels how many they may sell, in full values, until they acknowledge them. */
@NullMarked
package io.wanqu.channel.stock;

import org.jspecify.annotations.NullMarked;
