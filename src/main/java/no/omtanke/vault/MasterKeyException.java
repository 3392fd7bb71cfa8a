package no.omtanke.vault;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The master key is missing, wrong or cannot be used as asked. The message says in one line what is wrong and what to do; nothing was
 * changed. Public so that the program can end with that line.
 */
public class MasterKeyException extends RuntimeException {

    MasterKeyException(String message) {
        super(message);
    }

    MasterKeyException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failed start or command came from, if it came from the master key. */
    public static Optional<MasterKeyException> in(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(MasterKeyException.class::isInstance)
                .map(MasterKeyException.class::cast)
                .findFirst();
    }
}
