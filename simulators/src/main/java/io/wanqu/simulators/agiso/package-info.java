/** Agiso as sellers' software sees it: four marketplaces behind one gateway, and pushes signed in its own way. */
@NullMarked
package io.wanqu.simulators.agiso;

import org.jspecify.annotations.NullMarked;
