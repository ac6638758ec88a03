package io.wanqu.media;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of pictures.
 *
 * @param bytesMax         the largest file that is taken in
 * @param pixelsMax        the most pixels a file may unpack to; a picture of a telephone has some twelve million
 * @param uploadsPerMinute how many pictures a shop may send in a minute, on each node
 * @param unusedMax        how many pictures of a shop may lie there that nothing shows
 * @param unusedKept       how long such a picture is kept
 * @param copies           how much memory a node gives to copies of pictures
 */
@ConfigurationProperties("wanqu.media")
record MediaSettings(@DefaultValue("8MB") DataSize bytesMax, @DefaultValue("24000000") long pixelsMax,
        @DefaultValue("120") int uploadsPerMinute, @DefaultValue("500") int unusedMax, @DefaultValue("PT24H") Duration unusedKept,
        @DefaultValue("32MB") DataSize copies) {
}
