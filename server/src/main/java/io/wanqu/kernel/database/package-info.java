/** The way to PostgreSQL: the embedded server, migrations, and the shop a transaction may see. */
@NullMarked
package io.wanqu.kernel.database;

import org.jspecify.annotations.NullMarked;
