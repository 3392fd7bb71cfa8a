package no.omtanke.redaction;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Redacts each line as a whole: message, names of loggers and threads, stack traces with their messages. Public because the log's settings
 * name it.
 */
public class RedactingLayout extends PatternLayout {

    @Override
    public String doLayout(ILoggingEvent event) {
        return Redaction.of(super.doLayout(event));
    }
}
