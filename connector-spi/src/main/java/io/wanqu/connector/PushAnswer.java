package io.wanqu.connector;

import java.util.List;

/** What to make of a push and what to answer the sender. */
public sealed interface PushAnswer {

    Reply reply();

    /** The HTTP answer; channels repeat a message until they read exactly this. */
    record Reply(int status, String contentType, String body) {
    }

    /** Genuine. Store the notices, then send the reply. */
    record Accepted(List<PushNotice> notices, Reply reply) implements PushAnswer {
        public Accepted {
            notices = List.copyOf(notices);
        }
    }

    /** Not to be believed; the reason is for the log, the reply tells the sender nothing. */
    record Refused(String reason, Reply reply) implements PushAnswer {
    }
}
