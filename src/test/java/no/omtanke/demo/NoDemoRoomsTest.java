package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import no.omtanke.OmtankeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing of the demo exists in an ordinary installation. */
@OmtankeTest
class NoDemoRoomsTest {

    @Autowired
    private WebApplicationContext program;

    @Test
    void no_page_of_the_demo_is_mapped() {
        var mapped = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
        assertThat(mapped).noneMatch(m -> m.getPatternValues().stream().anyMatch(p -> p.startsWith("/dev")));
        assertThat(program.getBeanNamesForType(Object.class, true, false))
                .noneMatch(name -> name.startsWith("demo") || name.startsWith("dev") || name.startsWith("solvik"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/mail", "/dev/mail.json", "/dev/clock", "/dev/signin", "/dev"})
    void no_door_of_the_demo_is_open(String path) throws Exception {
        MockMvc web = MockMvcBuilders.webAppContextSetup(program).apply(springSecurity()).build();

        assertThat(web.perform(get(path)).andReturn().getResponse().getStatus()).isNotEqualTo(200);
        assertThat(web.perform(post(path).with(csrf()).param("advance", "P1D").param("username", "revisor"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"))
                .isIn(null, "/signin");
    }
}
