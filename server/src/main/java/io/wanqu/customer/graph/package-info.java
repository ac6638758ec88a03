/** Evidence, the customers it names, and the links that make several of them one person. */
@NullMarked
package io.wanqu.customer.graph;

import org.jspecify.annotations.NullMarked;
