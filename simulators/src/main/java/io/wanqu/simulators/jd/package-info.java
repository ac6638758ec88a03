/** JD as its sellers' software sees it, over both transports. */
@NullMarked
package io.wanqu.simulators.jd;

import org.jspecify.annotations.NullMarked;
