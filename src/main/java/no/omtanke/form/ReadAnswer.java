package no.omtanke.form;

import java.util.List;

/** A question and its answer in words; public because pages and letters show it. */
public record ReadAnswer(String key, String label, List<String> values, int page) {}
