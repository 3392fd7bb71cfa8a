package no.omtanke.form;

import java.util.List;
import java.util.Map;

/** What answers mean for the case: facts for the process, people for the case file; public because both act on it. */
public record Effects(Map<String, Object> facts, List<PartyChoice> parties) {}
