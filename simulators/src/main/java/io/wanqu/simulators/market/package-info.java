/** What all simulated marketplaces share: shops, offers, orders, money back, pushes, and the strings behind the stage. */
@NullMarked
package io.wanqu.simulators.market;

import org.jspecify.annotations.NullMarked;
