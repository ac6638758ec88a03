package io.wanqu.kernel;

/** Cells of files that people open in a spreadsheet. */
public final class Csv {

    private Csv() {
    }

    /** A cell that begins like a formula would be run by a spreadsheet; some skip blanks, and read full-width signs alike. */
    public static String harmless(String cell) {
        var text = cell.stripLeading();
        var runs = !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0 || !cell.isEmpty() && "\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return runs ? "'" + cell : cell;
    }
}
