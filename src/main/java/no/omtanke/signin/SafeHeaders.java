package no.omtanke.signin;

import java.util.function.BooleanSupplier;
import no.omtanke.network.Floor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginEmbedderPolicyHeaderWriter.CrossOriginEmbedderPolicy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/** What each answer tells the browser not to do. Nothing is kept, framed, sniffed, run or told to others. */
final class SafeHeaders {

    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(),"
            + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private static final long YEAR_SECONDS = 31_536_000;

    private SafeHeaders() {}

    /** @param https whether this installation is reached by TLS only, whatever a single request says of itself */
    static void ours(HeadersConfigurer<HttpSecurity> headers, BooleanSupplier https) {
        both(headers, https);
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Camunda's pages bring their own content policy, which allows more; ours meets what has none. */
    static void theirs(HeadersConfigurer<HttpSecurity> headers, BooleanSupplier https) {
        both(headers, https);
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static void both(HeadersConfigurer<HttpSecurity> headers, BooleanSupplier https) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(Floor.CONTENT_POLICY))
                .permissionsPolicyHeader(p -> p.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginEmbedderPolicy(coep -> coep.policy(CrossOriginEmbedderPolicy.REQUIRE_CORP))
                .crossOriginResourcePolicy(corp -> corp.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .addHeaderWriter(new StaticHeadersWriter("X-Permitted-Cross-Domain-Policies", "none"))
                // Other programs under the same name may still be without TLS: they are not ours to decide for.
                .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(YEAR_SECONDS)
                        .includeSubDomains(false)
                        .requestMatcher(request -> https.getAsBoolean() || request.isSecure()));
    }
}
