/** The server: it starts here, and every package directly below is a module. */
@NullMarked
package io.wanqu;

import org.jspecify.annotations.NullMarked;
