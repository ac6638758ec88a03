package io.wanqu.identity.staff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The roles in a shop; it may make its own, of scopes that their maker holds. */
@RestController
class RoleController {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final OwnRoles roles;
    private final StaffTable staff;
    private final ShopScope scope;
    private final Trail trail;

    RoleController(OwnRoles roles, StaffTable staff, ShopScope scope, Trail trail) {
        this.roles = roles;
        this.staff = staff;
        this.scope = scope;
        this.trail = trail;
    }

    @GetMapping("/api/v1/roles")
    List<Response> list(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> roles.all(shop)).stream().map(Response::of).toList();
    }

    @PostMapping("/api/v1/roles")
    @ResponseStatus(HttpStatus.CREATED)
    Response add(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        var name = request.name == null ? "" : request.name;
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValue("/name", "2 to 40 small letters, digits and hyphens");
        }
        var scopes = scopes(Require.items("/scopes", request.scopes, 1, Scope.values().length));
        OwnRoles.mustHold(caller, scopes);
        return scope.in(shop, () -> {
            if (Role.find(name).isPresent() || !roles.add(shop, name, scopes, caller.name())) {
                throw new StaffProblem.RoleTaken(name);
            }
            trail.note(new Note(shop, "role.made", "role:" + name, null, scopes));
            return Response.of(new OwnRoles.Named(name, scopes, false));
        });
    }

    @DeleteMapping("/api/v1/roles/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable String name) {
        var shop = caller.must(Scope.SHOP_WRITE);
        caller.mustBeFresh();
        scope.in(shop, () -> {
            if (staff.of(shop).stream().anyMatch(member -> member.role().equals(name))) {
                throw new StaffProblem.RoleInUse(name);
            }
            if (!roles.remove(shop, name)) {
                throw new StaffProblem.UnknownRole("the shop's own roles");
            }
            trail.note(new Note(shop, "role.removed", "role:" + name, null, null));
            return shop;
        });
    }

    private static Set<Scope> scopes(List<String> texts) {
        var known = Arrays.stream(Scope.values()).collect(Collectors.toMap(Scope::text, it -> it));
        var scopes = EnumSet.noneOf(Scope.class);
        texts.forEach(text -> {
            var found = known.get(text);
            if (found == null) {
                throw new InvalidValue("/scopes", "one of " + String.join(", ", known.keySet().stream().sorted().toList()));
            }
            scopes.add(found);
        });
        return scopes;
    }

    record Request(@Nullable String name, @Nullable List<String> scopes) {
    }

    /** @param house whether it is one of the house, which nobody changes */
    record Response(String name, List<String> scopes, boolean house) {

        static Response of(OwnRoles.Named role) {
            return new Response(role.name(), role.scopes().stream().map(Scope::text).sorted().toList(), role.house());
        }
    }
}
