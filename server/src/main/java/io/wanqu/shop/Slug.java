package io.wanqu.shop;

import java.util.regex.Pattern;

import io.wanqu.kernel.KernelProblem;

/** The name of a shop in addresses; small letters, digits and single hyphens, so that it needs no escaping anywhere. */
record Slug(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](-?[a-z0-9])+");
    private static final int LENGTH_MAX = 40;

    Slug {
        if (text.length() > LENGTH_MAX || !FORM.matcher(text).matches()) {
            throw new KernelProblem.InvalidValue("/slug", "2 to 40 small letters and digits, parted by single hyphens");
        }
    }
}
