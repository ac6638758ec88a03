package io.wanqu.settlement.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** A page with a title, lines and tables, written as PDF; Chinese is set in a font that every reader of PDF brings along. */
public final class Paper {

    private static final float TITLE = 16;
    private static final float TEXT = 10;
    private static final float SPACE = 8;
    private static final float MARGIN = 40;

    private final String title;
    private final List<Element> content = new ArrayList<>();
    private final BaseFont font;

    public Paper(String title) {
        try {
            this.font = BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.title = title;
        var head = new Paragraph(title, new Font(font, TITLE));
        head.setSpacingAfter(SPACE);
        content.add(head);
    }

    public Paper line(String text) {
        content.add(new Paragraph(text, new Font(font, TEXT)));
        return this;
    }

    /** A table whose first column is text and whose other columns are numbers, set to the right. */
    public Paper table(List<String> head, List<List<String>> rows) {
        var table = new PdfPTable(head.size());
        table.setWidthPercentage(100);
        table.setSpacingBefore(SPACE);
        table.setHeaderRows(1);
        add(table, head);
        rows.forEach(row -> add(table, row));
        content.add(table);
        return this;
    }

    private void add(PdfPTable table, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            var cell = new PdfPCell(new Phrase(cells.get(i), new Font(font, TEXT)));
            cell.setHorizontalAlignment(i == 0 ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            table.addCell(cell);
        }
    }

    public byte[] pdf() {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.open();
        content.forEach(document::add);
        document.close();
        return bytes.toByteArray();
    }
}
