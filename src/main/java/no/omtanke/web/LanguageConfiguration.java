package no.omtanke.web;

import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bokmål, nynorsk and English: where the words come from and how a reader chooses. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final String[] MODULES = {
        "layout", "portal", "signin", "demo", "form", "mail", "letter", "worklist", "history", "operations", "administration", "plan",
        "planboard", "involvement", "dossier", "decision", "support", "absence", "attendance", "leave"
    };

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.of(MODULES).map(name -> "messages/" + name).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        // The language of the machine must never decide what a family reads.
        messages.setFallbackToSystemLocale(false);
        messages.setDefaultLocale(Languages.BOKMAAL);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageCookie();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice());
    }
}
