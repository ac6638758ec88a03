/** Kuaishou's open platform as a seller's software meets it. */
@NullMarked
package io.wanqu.simulators.kuaishou;

import org.jspecify.annotations.NullMarked;
