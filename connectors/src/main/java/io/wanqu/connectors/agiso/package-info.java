/**
 * Speaks Agiso's gateway, which ships on many marketplaces in its own name: one account is one shop of one of them.
 * It lists no orders; a push names one, and only that one can be read.
 */
@NullMarked
package io.wanqu.connectors.agiso;

import org.jspecify.annotations.NullMarked;
