package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.application.Applicants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody asks to come in by the address that the directory has. */
abstract class ApplyingStories extends ProcessStory {

    @Autowired
    Applicants applicants;

    @Test
    void whoever_has_children_here_gets_a_link_and_nobody_else_does() {
        applicants.ask(address("foresatt").toUpperCase());
        applicants.ask("ingen." + town.tag() + "@hjemme.example");
        applicants.ask(address("rektor"));
        time.settle();
        assertThat(subjects(address("foresatt"))).containsExactly("Lenken du ba om");
        assertThat(subjects("ingen." + town.tag() + "@hjemme.example")).isEmpty();
        assertThat(subjects(address("rektor"))).isEmpty();
    }
}
