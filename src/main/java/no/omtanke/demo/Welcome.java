package no.omtanke.demo;

import java.util.stream.Collectors;
import no.omtanke.organization.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the demo is and who can sign in, as soon as it is ready. */
@Component
@Profile("demo")
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final DemoCast cast;
    private final Directory directory;
    private final Environment environment;

    Welcome(DemoCast cast, Directory directory, Environment environment) {
        this.cast = cast;
        this.directory = directory;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080");
        LOG.info(
                """
                Omtanke is ready: {}

                  Report as a family   {}/meld
                  Everybody's mail     {}/dev/mail
                  Let time pass        {}/dev/clock
                  Sign in              {}/signin  (click one there, or type a user name; every password is: {})

                {}
                """,
                address,
                address,
                address,
                address,
                address,
                DemoPassword.TEXT,
                cast.users().stream().map(this::line).collect(Collectors.joining("\n")));
    }

    private String line(DemoUser user) {
        String name = directory.person(user.personId()).orElseThrow().name();
        return "    %-36s %s%s"
                .formatted(user.username(), name, user.schoolName() == null ? "" : ", " + user.schoolName());
    }
}
