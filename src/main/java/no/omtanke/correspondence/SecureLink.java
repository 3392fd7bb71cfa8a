package no.omtanke.correspondence;

import java.util.UUID;

/**
 * What a token stands for. Public because the doors show one page for each state.
 *
 * @param subject a case, a plan or an invitation
 * @param caseId the case that it opens, null for an invitation
 * @param personId the recipient when known in the directory, else null
 */
public record SecureLink(LinkPurpose purpose, UUID subject, UUID caseId, Long personId, State state) {

    /** Only a live link can be spent. */
    public enum State {
        LIVE,
        SPENT,
        EXPIRED,
        REVOKED
    }
}
