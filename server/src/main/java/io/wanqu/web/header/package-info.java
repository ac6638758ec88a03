/** What every answer tells browsers to be careful about. */
@NullMarked
package io.wanqu.web.header;

import org.jspecify.annotations.NullMarked;
