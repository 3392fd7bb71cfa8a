package no.omtanke.vault;

/** Something could not be sealed or opened. Public so that callers can tell a missing key from other faults. */
public class VaultException extends RuntimeException {

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
