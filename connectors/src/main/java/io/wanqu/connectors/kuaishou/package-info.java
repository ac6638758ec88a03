/** Speaks Kuaishou's open platform: signed forms, cursor lists, electronic tickets, and sealed messages. */
@NullMarked
package io.wanqu.connectors.kuaishou;

import org.jspecify.annotations.NullMarked;
