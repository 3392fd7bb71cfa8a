package no.omtanke.access;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the second wall between the program and its database, and refuses to start where it would not stand. */
@Configuration(proxyBeanMethods = false)
class Wall {

    @Bean
    static BeanPostProcessor walledDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof WalledDataSource)
                        ? new WalledDataSource(source)
                        : bean;
            }
        };
    }

    @Component
    static class Standing {

        private final JdbcClient jdbc;

        Standing(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        /** PostgreSQL asks superusers nothing. */
        @EventListener(ContextRefreshedEvent.class)
        void check() {
            String user = jdbc.sql("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)")
                    .query(String.class)
                    .optional()
                    .orElse(null);
            if (user != null) {
                throw new IllegalStateException("The database user " + user + " is a superuser or bypasses row-level security, which"
                        + " keeps one school's cases from another's readers. Let Omtanke connect as a user of its own that owns its"
                        + " database and is neither (docs/operations.md, Database). Nothing was changed.");
            }
        }
    }
}
