package io.wanqu.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.NamesOwnShops;
import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.identity.factor.SecondFactor;
import io.wanqu.identity.passkey.Passkeys;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.identity.staff.StaffMember;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a person who he is here and where he works. */
@Component
public class SessionAnswer {

    private final Accounts accounts;
    private final KnownStaff staff;
    private final NamesOwnShops names;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final Clock clock;

    SessionAnswer(Accounts accounts, KnownStaff staff, NamesOwnShops names, SecondFactor secondFactor, Passkeys passkeys, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.names = names;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** @param token the session's secret, for a program that keeps no cookies */
    public Response of(@Nullable Session session, @Nullable String token) {
        if (session == null) {
            return new Response(null, false, null, false, List.of(), List.of(), null);
        }
        if (session.state() == Session.State.SECOND_FACTOR) {
            return new Response(null, true, null, false, List.of(), List.of(), token);
        }
        var places = staff.of(session.account());
        return new Response(accounts.find(session.account()).map(this::person).orElse(null), false,
                session.fresh(clock.instant()) ? session.freshUntil() : null,
                places.stream().anyMatch(SessionAnswer::ofThePlatform), operatorScopes(places), shops(places), token);
    }

    private static boolean ofThePlatform(StaffMember member) {
        return member.shop().equals(ShopId.PLATFORM);
    }

    private static List<String> operatorScopes(List<StaffMember> places) {
        return places.stream().filter(SessionAnswer::ofThePlatform).findFirst().map(SessionAnswer::scopes).orElse(List.of());
    }

    private static List<String> scopes(StaffMember member) {
        return member.scopes().stream().map(Scope::text).sorted().toList();
    }

    private List<Place> shops(List<StaffMember> places) {
        var known = names.names(places.stream().map(StaffMember::shop).collect(Collectors.toSet()));
        return places.stream()
                .filter(member -> known.containsKey(member.shop()))
                .map(member -> new Place(member.shop(), known.get(member.shop()).slug(), known.get(member.shop()).name(), member.role(),
                        scopes(member), member.channels()))
                .toList();
    }

    private Person person(Account account) {
        return new Person(account.id().text(), account.name(), masked(account.mail()), masked(account.phone()),
                secondFactor.on(account.id()) ? "totp" : passkeys.anyOf(account.id()) ? "passkey" : "none", account.createdAt());
    }

    private static @Nullable String masked(@Nullable Contact contact) {
        return contact == null ? null : contact.masked();
    }

    /**
     * What a page needs to know of its visitor.
     *
     * @param operatorScopes what his role for the platform allows; empty for whoever is not one of its people
     */
    public record Response(@Nullable Person account, boolean secondFactorNeeded, @Nullable Instant freshUntil, boolean operator,
            List<String> operatorScopes, List<Place> shops, @Nullable String token) {

        @Override
        public String toString() {
            return "Response[" + account + "]";
        }
    }

    /**
     * The one who is signed in.
     *
     * @param mail         masked
     * @param secondFactor none, totp or passkey
     */
    public record Person(String id, String name, @Nullable String mail, @Nullable String phone, String secondFactor, Instant createdAt) {
    }

    /** Where he works. */
    public record Place(ShopId id, String slug, String name, String role, List<String> scopes, @Nullable Set<ChannelId> channels) {
    }
}
