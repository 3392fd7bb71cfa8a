package no.omtanke;

import java.util.ArrayList;
import java.util.List;
import no.omtanke.vault.KeyCommands;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;

/** The small program for keys, beside the one that the tests share: another process in all but name, with its own memory. */
public final class SecondProgram implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private SecondProgram(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static SecondProgram start(String databaseUrl, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.profiles.active=test",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--spring.datasource.hikari.maximum-pool-size=3"));
        all.addAll(List.of(settings));
        if (all.stream().noneMatch(setting -> setting.startsWith("--omtanke.make-missing"))) {
            all.add("--omtanke.make-missing-master-key=false");
        }
        return new SecondProgram(KeyProgram.start(all.toArray(String[]::new)));
    }

    /** Does what the arguments ask. */
    public void command(String... arguments) {
        context.getBean(KeyCommands.class).run(new DefaultApplicationArguments(arguments));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
