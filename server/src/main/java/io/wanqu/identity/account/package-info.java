/** Accounts of people: how they are opened, found, and proved by password. */
@NamedInterface("account")
@NullMarked
package io.wanqu.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
