/** WeChat Pay as a merchant's software sees it: version 3 of its interfaces, its callbacks, and what may go wrong with both. */
@NullMarked
package io.wanqu.simulators.wechatpay;

import org.jspecify.annotations.NullMarked;
