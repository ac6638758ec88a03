package io.wanqu.vault.importing;

import java.util.Locale;

/** Why a line gave no card, and what to do about it; the line itself is never repeated. */
enum LineError {

    LINE_TOO_LONG("A line may have " + LineReader.LINE_BYTES_MAX + " bytes; check that each card is on a line of its own."),
    ENCODING("The line is not UTF-8; save the file as UTF-8 or import it with charset=gb18030."),
    CONTROL_CHARACTER("The line holds a character that can't be printed; remove it."),
    HEADER_UNKNOWN("The first line must name the columns: number, secret, label, premium, expires_at, uses, per_day, or 卡号, 卡密, 密码, 备注, 加价, 到期."),
    SECRET_MISSING("The line has no secret after its number."),
    SEPARATOR_MISSING("The line lacks the separator that the other lines have."),
    COLUMNS_MISSING("The line has fewer columns than the heading."),
    QUOTE_OPEN("A quoted value is not closed on the same line."),
    LABEL_TOO_LONG("A label may have " + LineParser.LABEL_CHARACTERS_MAX + " characters."),
    PREMIUM_INVALID("The premium must be an amount such as 8.80, not below zero."),
    EXPIRY_INVALID("The expiry must be a date such as 2030-12-31 or a time such as 2030-12-31 18:00:00."),
    EXPIRED("The card has expired already."),
    USES_INVALID("The uses must be a whole number from 1 to 1000000000."),
    DUPLICATE_IN_FILE("The same card stands on an earlier line of this import."),
    DUPLICATE_IN_SHOP("The shop has this card already.");

    private final String hint;

    LineError(String hint) {
        this.hint = hint;
    }

    String hint() {
        return hint;
    }

    boolean duplicate() {
        return this == DUPLICATE_IN_FILE || this == DUPLICATE_IN_SHOP;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LineError of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
