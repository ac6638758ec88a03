/** Passkeys: keys on a person's own devices that sign a challenge of ours. */
@NullMarked
package io.wanqu.identity.passkey;

import org.jspecify.annotations.NullMarked;
