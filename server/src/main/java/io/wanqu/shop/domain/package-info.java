/** Domains of a shop's own, and the proof that they are its. */
@NullMarked
package io.wanqu.shop.domain;

import org.jspecify.annotations.NullMarked;
