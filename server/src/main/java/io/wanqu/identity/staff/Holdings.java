package io.wanqu.identity.staff;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.identity.account.Account;
import io.wanqu.identity.account.Accounts;
import io.wanqu.identity.account.Contact;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who owns which shops, asked of the table and never of a memory. */
@Component
public class Holdings {

    private final StaffTable table;
    private final KnownStaff known;
    private final Accounts accounts;
    private final Sealing sealing;
    private final EndsTokens tokens;

    Holdings(StaffTable table, KnownStaff known, Accounts accounts, Sealing sealing, EndsTokens tokens) {
        this.table = table;
        this.known = known;
        this.accounts = accounts;
        this.sealing = sealing;
        this.tokens = tokens;
    }

    public List<ShopId> owned(AccountId account) {
        return table.owned(account);
    }

    public boolean owns(AccountId account, ShopId shop) {
        return table.owned(account).contains(shop);
    }

    /** Whether the account owns all of these; if so, it goes on owning them until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockOwned(AccountId account, Collection<ShopId> shops) {
        return table.lockOwned(account, shops).containsAll(shops);
    }

    /** Of everybody who owns several shops. */
    public Map<AccountId, List<ShopId>> ofSeveral() {
        var several = new LinkedHashMap<AccountId, List<ShopId>>();
        table.several().forEach(it -> several.put(it.account(), it.shops()));
        return several;
    }

    /** Who owns these shops, by name, for those who run the platform. */
    public Map<ShopId, List<Owner>> owners(Collection<ShopId> shops) {
        return table.owners(shops).stream().collect(Collectors.groupingBy(StaffTable.Owning::shop,
                Collectors.mapping(it -> new Owner(it.account(), accounts.name(it.account(), it.sealedName())), Collectors.toList())));
    }

    /** The first owner of a new shop. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ShopId shop, AccountId account) {
        table.add(shop, account, Role.OWNER.text(), null);
        known.forgetAfterCommit(account);
    }

    /**
     * All owners go and another comes: one that stayed could take the shop back. All tokens of the shop end, because those who
     * go may have kept them. Other staff stays until the new owner decides.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hand(ShopId shop, AccountId from, AccountId to) {
        var owners = table.lockOwners(shop);
        if (from.equals(to) || !owners.contains(from)) {
            return false;
        }
        owners.forEach(owner -> {
            table.remove(shop, owner);
            known.forgetAfterCommit(owner);
        });
        table.remove(shop, to);
        table.add(shop, to, Role.OWNER.text(), null);
        tokens.ofShop(shop);
        known.forgetAfterCommit(to);
        return true;
    }

    /** By which a contact is kept where nobody shall read it. */
    public byte[] hash(Contact contact) {
        return contact.hash(sealing);
    }

    /** Whether the account has the contact behind this hash. */
    public boolean has(AccountId account, byte[] contactHash) {
        return accounts.find(account).map(Holdings::contacts).orElseGet(Stream::of)
                .anyMatch(contact -> Arrays.equals(contact.hash(sealing), contactHash));
    }

    private static Stream<Contact> contacts(Account account) {
        return Stream.of(Optional.ofNullable(account.mail()), Optional.ofNullable(account.phone())).flatMap(Optional::stream);
    }

    /** Somebody who owns a shop. */
    public record Owner(AccountId account, String name) {

        @Override
        public String toString() {
            return "Owner[" + account + "]";
        }
    }
}
