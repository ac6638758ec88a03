/** What can be shown about a case. */
@NullMarked
package io.wanqu.aftersale.evidence;

import org.jspecify.annotations.NullMarked;
