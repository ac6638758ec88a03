/** What persons allow to be done with their data, purpose by purpose. */
@NullMarked
package io.wanqu.customer.consent;

import org.jspecify.annotations.NullMarked;
