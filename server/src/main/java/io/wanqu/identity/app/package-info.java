/** Partner apps: an OAuth 2 server through which people let programs of others into their shops. */
@NullMarked
package io.wanqu.identity.app;

import org.jspecify.annotations.NullMarked;
