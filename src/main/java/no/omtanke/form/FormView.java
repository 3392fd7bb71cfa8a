package no.omtanke.form;

import java.util.List;

/** A form ready to be shown; public because templates render only this. */
public record FormView(String formId, List<FieldView> fields, boolean newQuestions) {}
