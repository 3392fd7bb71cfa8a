package no.omtanke.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the open form is protected without refusing anybody. Public because the settings are bound to it.
 *
 * @param sendsPerHour reports an hour from one address before the next has to wait; a school's or a phone company's address is
 *     shared by many, so it is not one family's
 * @param uploadsPerHour attachments an hour from one address
 * @param linksPerHour new links an hour to one address on file
 * @param codesPerHour one-time codes an hour to one person
 * @param shortest a report sent sooner than this after it was begun has to wait: no person types that fast
 * @param pause how long
 */
@ConfigurationProperties("omtanke.report")
public record PacingLimits(
        @DefaultValue("20") int sendsPerHour,
        @DefaultValue("100") int uploadsPerHour,
        @DefaultValue("3") int linksPerHour,
        @DefaultValue("6") int codesPerHour,
        @DefaultValue("3s") Duration shortest,
        @DefaultValue("20s") Duration pause) {}
