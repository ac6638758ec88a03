package io.wanqu.storefront.bot;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

/** What the messenger tells: somebody wrote, or pressed a button. The form is that of the Telegram Bot API. */
record Update(@JsonProperty("update_id") long id, @Nullable Message message, @JsonProperty("callback_query") @Nullable Press press) {

    /** Null where it is of a kind that means nothing to us. */
    @Nullable Said said() {
        if (press != null && press.message != null && press.message.chat != null) {
            return new Said(id, press.message.chat.id, chinese(press.from), press.data == null ? "" : press.data, press.id);
        }
        if (message != null && message.chat != null) {
            return new Said(id, message.chat.id, chinese(message.from), "", null);
        }
        return null;
    }

    private static boolean chinese(@Nullable User from) {
        return from == null || from.language == null || from.language.startsWith("zh");
    }

    /** @param press the press to be acknowledged, where it was one */
    record Said(long update, long chat, boolean chinese, String data, @Nullable String press) {
    }

    record Message(@Nullable Chat chat, @Nullable User from) {
    }

    record Press(String id, @Nullable User from, @Nullable Message message, @Nullable String data) {
    }

    record Chat(long id) {
    }

    record User(@JsonProperty("language_code") @Nullable String language) {
    }
}
