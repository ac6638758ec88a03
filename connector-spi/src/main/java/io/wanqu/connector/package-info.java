/** What a sales channel is: the verbs a connector offers, what they carry, and what a channel can do. */
@NullMarked
package io.wanqu.connector;

import org.jspecify.annotations.NullMarked;
