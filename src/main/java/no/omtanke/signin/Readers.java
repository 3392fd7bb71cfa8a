package no.omtanke.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import no.omtanke.access.Reader;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Directory;
import no.omtanke.organization.HeldRole;
import no.omtanke.organization.Role;
import org.springframework.stereotype.Component;

/** Makes a reader of a person from the roles they hold today. A role that ended ends within half a minute, signed in or not. */
@Component
class Readers {

    private final Directory directory;
    private final Bodies bodies;
    private final Cache<Long, Optional<Reader>> recent =
            Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(Duration.ofSeconds(30)).build();

    Readers(Directory directory, Bodies bodies) {
        this.directory = directory;
        this.bodies = bodies;
    }

    /** Empty when the person is gone or holds no role any more. */
    Optional<Reader> of(long personId) {
        return recent.get(personId, this::read);
    }

    private Optional<Reader> read(long personId) {
        Set<String> audiences = new HashSet<>();
        for (HeldRole held : directory.rolesOf(personId)) {
            if (held.role() == Role.GUARDIAN || held.role() == Role.PUPIL) {
                continue;
            }
            audiences.add(held.schoolId() == null
                    ? held.role().id()
                    : held.role().id() + ":" + held.schoolId());
        }
        if (audiences.isEmpty()) {
            return Optional.empty();
        }
        bodies.heldBy(personId).forEach(body -> audiences.add("body:" + body));
        audiences.add("person:" + personId);
        return directory.person(personId).map(p -> new Reader(personId, p.name(), audiences));
    }
}
