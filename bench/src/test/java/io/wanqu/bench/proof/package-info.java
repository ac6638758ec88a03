/** Proofs from end to end: the real server as a process of its own, real buyers over HTTP, and kills in the middle. */
@NullMarked
package io.wanqu.bench.proof;

import org.jspecify.annotations.NullMarked;
