package no.omtanke.organization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A school's people, sorted as Norwegians sort, kept as long as the directory does not change and the day is the same: every form that
 * names somebody asks for them. The database counts the changes, so a list is never older than the directory.
 */
@Component
class SchoolLists {

    private record Of(String kind, int school) {}

    private record Kept(long change, LocalDate day, List<?> people) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Of, Kept> kept =
            Caffeine.newBuilder().maximumSize(500).expireAfterAccess(Duration.ofHours(1)).build();

    SchoolLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @SuppressWarnings("unchecked")
    <T> List<T> of(String kind, int school, Supplier<List<T>> read) {
        LocalDate today = LocalDate.now(clock);
        // Asked before the people are read: who is added meanwhile is read again next time.
        long change = jdbc.sql("select number from directory_change").query(Long.class).single();
        Kept known = kept.getIfPresent(new Of(kind, school));
        if (known != null && known.change() == change && known.day().equals(today)) {
            return (List<T>) known.people();
        }
        List<T> people = List.copyOf(read.get());
        kept.put(new Of(kind, school), new Kept(change, today, people));
        return people;
    }
}
