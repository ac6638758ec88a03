/** The rules: rows of conditions over facts, in versions, by shop and profile; built in, the platform's, the shop's own. */
@NullMarked
package io.wanqu.risk.rule;

import org.jspecify.annotations.NullMarked;
