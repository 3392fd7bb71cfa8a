package no.omtanke.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Municipality;
import no.omtanke.organization.School;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** The frame and its parts on a wall of their own, without database or engine. Unmarked, so that no scan finds it. */
@ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({LanguageConfiguration.class, PageFrame.class, StandingPages.class, GalleryPages.class})
@ComponentScan(
        basePackages = "no.omtanke.portal",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*FrontController"))
class Gallery {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-23T12:30:00Z"), ZoneId.of("Europe/Oslo"));
    }

    @Bean
    Directory directory() {
        Directory directory = mock(Directory.class);
        when(directory.municipality())
                .thenReturn(new Municipality("Solvik kommune", "Forskrift om permisjon", "Statsforvalteren i Vestland"));
        when(directory.schools())
                .thenReturn(List.of(
                        new School(1, "fjellet", "Fjellet skole", "nb", "22 10 20 30"),
                        new School(2, "fjorden", "Fjorden skule", "nn", "22 10 20 40")));
        return directory;
    }

    /** Whoever visits a page under /gallery/staff is a principal who is also asked to audit. */
    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        var principal = new Reader(17, "Kari Nordmann", Set.of("person:17", "leadership:1", "auditor"));
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .addFilterBefore(
                        (request, response, next) -> {
                            var path = ((jakarta.servlet.http.HttpServletRequest) request).getRequestURI();
                            if (path.startsWith("/gallery/staff")) {
                                SecurityContextHolder.getContext()
                                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                                principal, null, List.of()));
                            }
                            next.doFilter(request, response);
                        },
                        AnonymousAuthenticationFilter.class)
                .build();
    }
}
