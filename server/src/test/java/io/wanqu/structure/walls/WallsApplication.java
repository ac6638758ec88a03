package io.wanqu.structure.walls;

import org.springframework.modulith.Modulithic;

/** The root of two modules of which the lower reaches up to the higher, which it did not declare. */
@Modulithic
public final class WallsApplication {

    private WallsApplication() {
    }
}
