package no.omtanke.vault;

import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every few seconds the running program looks whether its key was changed, and says which keys it holds. */
@Component
class KeyWatch {

    private final RunningPrograms programs;

    KeyWatch(RunningPrograms programs, MasterKeyCheck afterTheCheck) {
        this.programs = programs;
        programs.report();
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void watch() {
        programs.report();
    }

    @PreDestroy
    void leave() {
        programs.leave();
    }
}
