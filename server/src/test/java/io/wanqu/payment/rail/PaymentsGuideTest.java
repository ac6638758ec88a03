package io.wanqu.payment.rail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class PaymentsGuideTest {

    /** What the contract proves, by its own words. */
    private static final Pattern PROVED = Pattern.compile("promised\\(\"([^\"]+)\"\\)");
    private static final Path CONTRACTS = Path.of("src/test/java/io/wanqu/payment/rail");

    @Test
    void promises_nothing_that_the_contract_does_not_prove() throws IOException {
        var text = Files.readString(CONTRACTS.resolve("RailContract.java")) + Files.readString(CONTRACTS.resolve("CallbackContract.java"));
        var proved = PROVED.matcher(text).results().map(each -> each.group(1)).toList();

        assertThat(PaymentsGuide.read().columns()).containsExactlyInAnyOrderElementsOf(proved);
    }

    @Test
    void names_rails_whose_contract_is_run() {
        assertThat(PaymentsGuide.read().rails()).allSatisfy(rail ->
                assertThat(Path.of("src/test/java/io/wanqu/payment/" + rail)).isDirectoryContaining(file -> runsTheContract(file)));
    }

    @Test
    void a_cell_is_found_by_rail_and_column() {
        var guide = PaymentsGuide.of("# x\n\n| rail | pay | bill |\n|---|---|---|\n| `a` | yes | no |\n\ntext\n");

        assertThat(guide.cell("a", "bill")).isEqualTo("no");
        assertThat(guide.cell("b", "bill")).isNotEqualTo("yes");
        assertThat(guide.rails()).containsExactly("a");
    }

    private static boolean runsTheContract(Path file) {
        try {
            return Files.readString(file).contains("implements RailContract");
        } catch (IOException e) {
            return false;
        }
    }
}
