package io.wanqu.kernel;

/** Who is signed in, for what a person does for himself; a controller takes it as a parameter, nullable where strangers may ask too. */
public record Buyer(AccountId account) {
}
