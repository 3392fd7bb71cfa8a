package no.omtanke;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. Public because the packaged jar and the tests start it. */
@SpringBootApplication
public class OmtankeApplication {

    public static void main(String[] args) {
        SpringApplication.run(OmtankeApplication.class, args);
    }
}
