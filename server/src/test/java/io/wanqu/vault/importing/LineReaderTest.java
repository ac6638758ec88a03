package io.wanqu.vault.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.wanqu.vault.importing.LineReader.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void ends_lines_at_every_kind_of_end_wherever_blocks_are_cut(int blockBytes) {
        var lines = read("one\ntwo\r\nthree\rfour\r\n\nlast", "utf-8", blockBytes);

        assertThat(texts(lines, StandardCharsets.UTF_8)).containsExactly("one", "two", "three", "four", "", "last");
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(lines).extracting(Line::end).containsExactly(4L, 9L, 15L, 21L, 22L, 26L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16le", "utf-16be"})
    void reads_pairs_of_bytes_and_is_not_misled_by_half_of_one(String charset) {
        var text = "上\u0A41\r\n万\u410A\n";

        assertThat(texts(read(text, charset, 3), Charset.forName(charset))).containsExactly("上\u0A41", "万\u410A");
    }

    @Test
    void goes_on_from_where_an_earlier_reader_ended() {
        var content = "a\r\nb\r\nc\r\n".getBytes(StandardCharsets.UTF_8);
        var end = new LineReader(blocks(content, 2), "utf-8", 0, 0).next();

        var second = new LineReader(blocks(content, 4), "utf-8", end.end(), end.number());

        assertThat(texts(all(second), StandardCharsets.UTF_8)).containsExactly("b", "c");
    }

    @Test
    void passes_over_a_line_that_is_too_long_without_keeping_it() {
        var lines = read("x".repeat(LineReader.LINE_BYTES_MAX + 1) + "\nnext\n" + "y".repeat(LineReader.LINE_BYTES_MAX), "utf-8", 700);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).bytes()).isNull();
        assertThat(lines.get(1).bytes()).hasSize(4);
        assertThat(lines.get(2).bytes()).hasSize(LineReader.LINE_BYTES_MAX);
    }

    @Test
    void reads_nothing_from_nothing() {
        assertThat(read("", "utf-8", 10)).isEmpty();
    }

    private static List<Line> read(String text, String charset, int blockBytes) {
        return all(new LineReader(blocks(text.getBytes(Charset.forName(charset)), blockBytes), charset, 0, 0));
    }

    private static List<Line> all(LineReader reader) {
        var lines = new ArrayList<Line>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static LineReader.Blocks blocks(byte[] content, int size) {
        return from -> from >= content.length ? null
                : Arrays.copyOfRange(content, (int) from, (int) Math.min(content.length, from + size));
    }

    private static List<String> texts(List<Line> lines, Charset charset) {
        return lines.stream().map(line -> new String(line.bytes(), charset)).toList();
    }
}
