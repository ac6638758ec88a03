/** What a person does with his own account. */
@NullMarked
package io.wanqu.identity.self;

import org.jspecify.annotations.NullMarked;
