/** The other side of the wire: marketplaces as real HTTP servers, with controls for time, loss and outages. */
@NullMarked
package io.wanqu.simulators;

import org.jspecify.annotations.NullMarked;
