package no.omtanke;

import java.time.Clock;
import org.joda.time.DateTimeUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The engine's clock belongs to the whole Java process, but each program under test has a clock of its own: before a test
 * the engine is given the clock of the program that they test.
 */
public class OneClock extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(Clock.class)
                .ifUnique(clock -> DateTimeUtils.setCurrentMillisProvider(clock::millis));
    }
}
