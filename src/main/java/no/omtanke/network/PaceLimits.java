package no.omtanke.network;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one address may knock before it is asked to wait. A school, a library or a phone company shows one address for many people,
 * so the figures are a crowd's and not a family's. Public because the settings are bound to it.
 *
 * @param window what the other figures are counted in
 * @param requests everything from one address, but the open form's own posts: those are never refused
 * @param links links looked at or opened from one address
 * @param oneLink how often one and the same link, from everywhere
 * @param newLinks requests for a new link
 * @param signIns names and passwords sent, right or wrong
 */
@ConfigurationProperties("omtanke.pace")
public record PaceLimits(
        @DefaultValue("10m") Duration window,
        @DefaultValue("6000") int requests,
        @DefaultValue("300") int links,
        @DefaultValue("60") int oneLink,
        @DefaultValue("30") int newLinks,
        @DefaultValue("120") int signIns) {}
