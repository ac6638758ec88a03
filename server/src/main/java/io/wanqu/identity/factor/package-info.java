/** The second factor: codes of an authenticator, and recovery codes for when it is lost. */
@NullMarked
package io.wanqu.identity.factor;

import org.jspecify.annotations.NullMarked;
