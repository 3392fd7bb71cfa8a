package no.omtanke.form;

/** What kind of component a field is; public because definitions are read by the modules that store and test forms. */
public enum FieldType {
    TEXT,
    TEXTFIELD,
    TEXTAREA,
    NUMBER,
    DATE,
    TIME,
    DATETIME,
    CHECKBOX,
    CHECKLIST,
    RADIO,
    SELECT,
    GROUP,
    LIST,
    SEPARATOR;

    /** Whether somebody answers it, alone or, for a list, through its items. */
    public boolean asks() {
        return this != TEXT && this != GROUP && this != SEPARATOR;
    }

    boolean many() {
        return this == CHECKLIST;
    }

    boolean choice() {
        return this == RADIO || this == SELECT || this == CHECKLIST;
    }

    boolean temporal() {
        return this == DATE || this == TIME || this == DATETIME;
    }
}
