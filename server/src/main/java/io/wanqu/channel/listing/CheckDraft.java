package io.wanqu.channel.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.wanqu.connector.Capabilities.Content;

/** Says before the channel does what it would not take. */
final class CheckDraft {

    private CheckDraft() {
    }

    /** A Chinese character counts as one, like every other that a reader sees as one sign. */
    static List<Finding> check(Draft draft, Content can) {
        var findings = new ArrayList<Finding>();
        var length = draft.title().codePointCount(0, draft.title().length());
        if (length == 0) {
            findings.add(new Finding("title-missing", "/title", "there is no title", "1 to " + can.titleMax() + " characters"));
        }
        if (can.titleMax() > 0 && length > can.titleMax()) {
            findings.add(new Finding("title-too-long", "/title", length + " characters", "at most " + can.titleMax() + " characters"));
        }
        var title = draft.title().toLowerCase(Locale.ROOT);
        can.forbiddenWords().stream().sorted().filter(word -> title.contains(word.toLowerCase(Locale.ROOT))).forEach(word ->
                findings.add(new Finding("forbidden-word", "/title", "the title says \"" + word + "\"", "a title without \"" + word + "\"")));
        if (draft.pictures().size() > can.picturesMax()) {
            findings.add(new Finding("too-many-pictures", "/pictures", draft.pictures().size() + " pictures",
                    "at most " + can.picturesMax() + " pictures"));
        }
        return List.copyOf(findings);
    }
}
