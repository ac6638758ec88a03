package io.wanqu.kernel;

/**
 * Who is signed in, for what a person does for himself; a controller takes it as a parameter, nullable where strangers may ask too.
 *
 * @param fresh whether he has just proved again who he is
 */
public record Buyer(AccountId account, boolean fresh) {

    /** Refuses a person who has been signed in for a while: what can do lasting harm takes a proof of just now. */
    public void mustBeFresh() {
        if (!fresh) {
            throw new Caller.StepUpNeeded();
        }
    }
}
