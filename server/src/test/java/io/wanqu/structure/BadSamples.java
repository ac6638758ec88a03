package io.wanqu.structure;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import org.springframework.web.bind.annotation.RestController;

/** What the rules must refuse, each written down once. */
public final class BadSamples {

    private BadSamples() {
    }

    static class CardUtils {
    }

    static class AbstractCard {
    }

    interface ICard {
    }

    @RestController
    public static class OpenController {
    }

    static class Crowded {

        Crowded(int a, int b, int c, int d, int e, int f, int g) {
        }
    }

    public static class Wordy {

        public void sell(int a, int b, int c, int d, int e, int f) {
        }
    }

    @Named("elsewhere.card-sold")
    public record Misnamed(ShopId shop, long subject) implements Event {
    }

    public record Nameless(ShopId shop, long subject) implements Event {
    }

    @Named("structure.card-sold")
    public record WellNamed(ShopId shop, long subject) implements Event {
    }
}
