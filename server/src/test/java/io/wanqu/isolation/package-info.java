/** Proofs that shops never meet: by the database's catalogue, by rows of two shops in every table, and over every endpoint. */
@NullMarked
package io.wanqu.isolation;

import org.jspecify.annotations.NullMarked;
