package no.omtanke.portal;

import java.util.List;

/** The answers under one heading. Public because the template engine reads it. */
public record AnswerSection(String title, List<AnswerRow> rows) {}
