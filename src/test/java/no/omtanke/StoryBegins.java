package no.omtanke;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Before a story begins, whoever answers for the whole municipality in earlier ones has left: the next story brings its own. */
public class StoryBegins extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBeanProvider(TestTown.class).ifUnique(TestTown::forgetAll);
    }
}
