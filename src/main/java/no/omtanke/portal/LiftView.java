package no.omtanke.portal;

import java.util.List;

/**
 * How a case was lifted, for the family that reported it. Public because the template engine reads it.
 *
 * @param running whether somebody still has to do something
 * @param now who must answer and by when, or null
 * @param why one sentence for each ground
 * @param steps what has happened, oldest first
 */
public record LiftView(boolean running, String now, List<String> why, List<String> steps) {}
