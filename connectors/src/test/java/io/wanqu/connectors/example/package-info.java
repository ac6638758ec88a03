/** An invented channel, whose connector the guide walks through. */
@NullMarked
package io.wanqu.connectors.example;

import org.jspecify.annotations.NullMarked;
