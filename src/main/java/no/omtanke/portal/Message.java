package no.omtanke.portal;

import java.util.List;

/** Something that was written, and when. Public because the template engine reads it. */
public record Message(String title, String when, List<AnswerRow> rows) {}
