package io.wanqu.connector.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some offers and where to go on. */
public record ListingPage(List<Listing> listings, @Nullable String next) {

    public ListingPage {
        listings = List.copyOf(listings);
    }
}
