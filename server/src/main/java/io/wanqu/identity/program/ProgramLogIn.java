package io.wanqu.identity.program;

import java.util.List;

import io.wanqu.identity.ProgramProved;
import io.wanqu.identity.ProgramProved.Known;
import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.OpenAccount;
import io.wanqu.identity.program.AskPlatform.Person;
import io.wanqu.identity.program.ProgramSettings.Program;
import io.wanqu.kernel.AccountId;

import org.springframework.stereotype.Component;

/** Finds or opens the account of whoever a platform says is holding the phone. */
@Component
public class ProgramLogIn {

    private final ProgramSettings settings;
    private final AskPlatform platform;
    private final ProgramPeople people;
    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final List<ProgramProved> listeners;

    ProgramLogIn(ProgramSettings settings, AskPlatform platform, ProgramPeople people, Accounts accounts, OpenAccount openAccount,
            List<ProgramProved> listeners) {
        this.settings = settings;
        this.platform = platform;
        this.people = people;
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.listeners = listeners;
    }

    /** The platform is asked outside of every transaction, and takes each code once. */
    public Account account(String name, String code) {
        var program = settings.named(name);
        var person = platform.whose(program, code).orElseThrow(ProgramProblem.WrongProgramCode::new);
        var opened = people.find(name, program, person).orElseGet(() -> openAccount.openNameless().id());
        var account = accounts.find(known(name, program, person, opened)).orElseThrow(ProgramProblem.WrongProgramCode::new);
        var known = new Known(program.appId(), person.openid(), program.family().isEmpty() ? null : person.unionid());
        listeners.forEach(it -> it.proved(account.id(), known));
        return account;
    }

    /** Of two log-ins for the first time at once the first makes the account; the other's stays empty and unused. */
    private AccountId known(String name, Program program, Person person, AccountId account) {
        return people.add(name, program, person, account) ? account : people.find(name, program, person).orElse(account);
    }
}
