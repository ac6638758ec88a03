/** Pays shops out of payments that rails keep frozen, takes shares back for refunds, and reads the rails' bills. */
@NullMarked
package io.wanqu.payment.splitting;

import org.jspecify.annotations.NullMarked;
