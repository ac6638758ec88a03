/** Drives a Wanqu server from outside: starts and kills its process, and speaks to it as buyers, staff and rails do. */
@NullMarked
package io.wanqu.bench.drive;

import org.jspecify.annotations.NullMarked;
