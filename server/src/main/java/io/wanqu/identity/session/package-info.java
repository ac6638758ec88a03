/** Who is signed in: sessions in the database, by cookie for browsers and by token for programs that keep none. */
@NullMarked
package io.wanqu.identity.session;

import org.jspecify.annotations.NullMarked;
