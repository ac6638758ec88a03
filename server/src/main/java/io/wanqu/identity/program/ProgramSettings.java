package io.wanqu.identity.program;

import java.net.URI;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's mini programs.
 *
 * @param programs by the names under which the programs sign in
 */
@ConfigurationProperties("wanqu.mini")
record ProgramSettings(@DefaultValue Map<String, Program> programs) {

    Program named(String name) {
        var program = programs.get(name);
        if (program == null) {
            throw new ProgramProblem.UnknownProgram();
        }
        return program;
    }

    /**
     * One program.
     *
     * @param dialect  how its platform is asked
     * @param endpoint where
     * @param family   programs of one company, whose people have one number in all of them
     */
    record Program(Dialect dialect, URI endpoint, String appId, String secret, @DefaultValue("") String family) {

        @Override
        public String toString() {
            return "Program[" + appId + "]";
        }
    }

    /** The two ways in which platforms turn a code into a person. */
    enum Dialect {
        /** A question in the address, and the answer at the top. */
        QUERY,
        /** A question as JSON, and the answer below "data". */
        BODY
    }
}
