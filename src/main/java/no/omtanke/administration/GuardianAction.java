package no.omtanke.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.organization.Guardianship.Standing;

/** What can be done with a guardian, as they stand in the register now. */
enum GuardianAction {
    /** Out from this moment; for a parent with a no-contact order, also when they have parental responsibility. */
    BLOCK(Standing.GUARDIAN),
    UNBLOCK(Standing.BLOCKED),
    LOSE_RESPONSIBILITY(Standing.GUARDIAN),
    END(Standing.GUARDIAN),
    RESTORE(Standing.NO_LONGER);

    private final Standing from;

    GuardianAction(Standing from) {
        this.from = from;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whoever is shut out by it can be let in again; what somebody has read cannot be called back. So these are checked first. */
    boolean opens() {
        return this == UNBLOCK || this == RESTORE;
    }

    static List<GuardianAction> of(Standing standing) {
        return Arrays.stream(values()).filter(a -> a.from == standing).toList();
    }

    static Optional<GuardianAction> named(String code) {
        return Arrays.stream(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
