/** Pinduoduo as its sellers' software sees it, its lasting connection for messages included. */
@NullMarked
package io.wanqu.simulators.pinduoduo;

import org.jspecify.annotations.NullMarked;
