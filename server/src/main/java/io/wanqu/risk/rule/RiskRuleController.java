package io.wanqu.risk.rule;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The rules against abuse: a shop's own above the platform's, in versions. */
@RestController
class RiskRuleController {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final RuleSets sets;
    private final ChangeRules change;

    RiskRuleController(RuleSets sets, ChangeRules change) {
        this.sets = sets;
        this.change = change;
    }

    /** What rules can ask about. */
    @GetMapping("/api/v1/risk/facts")
    FactList facts(Caller caller) {
        caller.must(Scope.AUDIT_READ);
        return new FactList(FactNames.NUMBERS.stream().toList(), FactNames.NAMES.stream().sorted().toList());
    }

    /** Profiles that a channel's rule can name: those that are built in, and those that the platform or the shop wrote. */
    @GetMapping("/api/v1/risk/profiles")
    List<String> profiles(Caller caller) {
        var shop = caller.must(Scope.AUDIT_READ);
        var profiles = new TreeSet<>(BuiltIn.profiles());
        profiles.addAll(sets.profiles(ShopId.PLATFORM));
        profiles.addAll(sets.profiles(shop));
        return List.copyOf(profiles);
    }

    @GetMapping("/api/v1/risk/profiles/{profile}")
    View show(Caller caller, @PathVariable String profile) {
        return view(caller.must(Scope.AUDIT_READ), name(profile));
    }

    /** All of the shop's rules of a profile, on top of the version that was read; in force within two seconds. */
    @PutMapping("/api/v1/risk/profiles/{profile}")
    View write(Caller caller, @PathVariable String profile, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        change.write(shop, name(profile), request.read(), request.rules(), caller.name());
        return view(shop, profile);
    }

    @GetMapping("/api/v1/operator/risk/profiles/{profile}")
    View ofPlatform(Caller caller, @PathVariable String profile) {
        caller.mustOperate(Scope.AUDIT_READ);
        return view(ShopId.PLATFORM, name(profile));
    }

    /** The rules that hold for every shop; the first version stands in the place of what is built in. */
    @PutMapping("/api/v1/operator/risk/profiles/{profile}")
    View writePlatform(Caller caller, @PathVariable String profile, @RequestBody Request request) {
        caller.mustOperate(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        change.write(ShopId.PLATFORM, name(profile), request.read(), request.rules(), caller.name());
        return view(ShopId.PLATFORM, profile);
    }

    private View view(ShopId shop, String profile) {
        var inForce = KnownRules.read(sets, shop, profile);
        return new View(profile, inForce.platform(), inForce.own(), inForce.versions(), change.history(shop, profile));
    }

    static String name(String profile) {
        if (!NAME.matcher(profile).matches()) {
            throw new InvalidValue("profile", "a name of small letters, digits and hyphens");
        }
        return profile;
    }

    record FactList(List<String> numbers, List<String> names) {
    }

    /** @param version that was read; 0 for the first */
    record Request(@Nullable Long version, @Nullable RuleSet set) {

        long read() {
            return Require.between("/version", version, 0, Long.MAX_VALUE - 1);
        }

        RuleSet rules() {
            return Require.present("/set", set, "the rules").checked();
        }
    }

    /** @param versions of the platform's and of the shop's rules, 0 for what is built in or absent */
    record View(String profile, RuleSet platform, RuleSet own, String versions, List<RuleSets.Version> history) {
    }
}
