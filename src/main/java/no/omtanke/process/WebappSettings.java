package no.omtanke.process;

import jakarta.servlet.FilterConfig;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Camunda's web applications under {@code /camunda}, entered by the house's own session. */
@Configuration
class WebappSettings {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> operatorSignIn() {
        ContainerBasedAuthenticationFilter filter = new ContainerBasedAuthenticationFilter() {
            @Override
            public void init(FilterConfig config) {
                authenticationProvider = new OperatorSignIn();
            }
        };
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(0);
        return registration;
    }
}
