package no.omtanke.casefile;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened, without content. Public because timelines show events.
 *
 * @param kind a message key's last part, e.g. {@code task-completed}
 * @param args codes, ids and times only
 */
public record CaseEvent(Instant at, String kind, Long actorId, Map<String, String> args) {}
