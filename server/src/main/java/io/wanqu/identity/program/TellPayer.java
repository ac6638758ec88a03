package io.wanqu.identity.program;

import org.springframework.stereotype.Component;

/**
 * Tells a phone by which number its platform knows whoever holds it: within a program, a provider asks for money under that
 * number alone. Nobody is signed in by it, and nothing is kept.
 */
@Component
public class TellPayer {

    private final ProgramSettings settings;
    private final AskPlatform platform;

    TellPayer(ProgramSettings settings, AskPlatform platform) {
        this.settings = settings;
        this.platform = platform;
    }

    /** The platform takes each code once, so only the phone that got it just now can ask. */
    public String tell(String name, String code) {
        return platform.whose(settings.named(name), code).orElseThrow(ProgramProblem.WrongProgramCode::new).openid();
    }
}
