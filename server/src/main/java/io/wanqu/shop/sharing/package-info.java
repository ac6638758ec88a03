/** What one shop lets another shop of the same owner use: its pools and its customers. */
@NamedInterface("sharing")
@NullMarked
package io.wanqu.shop.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
