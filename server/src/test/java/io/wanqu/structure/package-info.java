/** The house's rules as tests can see them, each with a bad sample that it must refuse. */
@NullMarked
package io.wanqu.structure;

import org.jspecify.annotations.NullMarked;
