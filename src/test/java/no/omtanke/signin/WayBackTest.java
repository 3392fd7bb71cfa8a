package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayBackTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "nowhere",
            value = {
                "https://omtanke.example/tasks?tab=mine, /tasks?tab=mine",
                "https://evil.example/tasks, /tasks",
                "https://evil.example//evil.example, nowhere",
                "//evil.example/tasks, /tasks",
                "https://evil.example, nowhere",
                "javascript:alert(1), nowhere",
                "mailto:x@evil.example, nowhere",
                "https://omtanke.example/a%0d%0ab, /a%0d%0ab",
            })
    void only_the_path_of_a_saved_address_is_followed(String saved, String followed) {
        assertThat(WayBack.inside(saved)).isEqualTo(followed);
    }
}
