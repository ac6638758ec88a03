/** The compatibility kit: what every connector must survive, driven through a small picture of its channel. */
@NullMarked
package io.wanqu.connector.kit;

import org.jspecify.annotations.NullMarked;
