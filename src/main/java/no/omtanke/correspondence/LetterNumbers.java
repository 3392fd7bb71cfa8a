package no.omtanke.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers the municipality's letters, year by year and without a gap. Public because whoever sends a numbered letter draws here, in the
 * transaction that the letter stands or falls with.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LetterNumbers {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterNumbers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A letter's number as it is written. Public as what is drawn. */
    public record Number(int year, int number) {

        @Override
        public String toString() {
            return year + "/" + number;
        }
    }

    /** The next one. Who draws at the same time waits until this one's transaction has ended. */
    public Number draw() {
        int year = LocalDate.now(clock).getYear();
        int number = jdbc.sql(
                        """
                        insert into letter_year (year, last) values (?, 1)
                        on conflict (year) do update set last = letter_year.last + 1 returning last
                        """)
                .param(year)
                .query(Integer.class)
                .single();
        return new Number(year, number);
    }
}
