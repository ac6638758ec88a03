/** How the first of the platform's own people gets in. */
@NullMarked
package io.wanqu.identity.bootstrap;

import org.jspecify.annotations.NullMarked;
