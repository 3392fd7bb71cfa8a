package no.omtanke.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of local accounts: codes from an app, and codes on paper for the day the phone is lost. */
@Service
@Transactional
class SecondFactors {

    private static final int ON_PAPER = 10;
    private static final int PAPER_BYTES = 10;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    SecondFactors(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean has(long personId) {
        return jdbc.sql("select count(*) from second_factor where person_id = ?")
                        .param(personId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional(readOnly = true)
    int leftOnPaper(long personId) {
        return jdbc.sql("select count(*) from recovery_code where person_id = ? and used_at is null")
                .param(personId)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the secret into use if the code shows that the app has it. An earlier one counts no more.
     *
     * @return the codes for paper, shown this once; nothing when the code is wrong
     */
    Optional<List<String>> confirm(long personId, byte[] secret, String code) {
        OptionalLong step = Totp.stepOf(secret, code, clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        forget(personId);
        UUID subject = UUID.randomUUID();
        vault.createKey(subject);
        jdbc.sql("insert into second_factor (person_id, subject, secret, confirmed_at, last_step) values (?, ?, ?, ?, ?)")
                .params(personId, subject, vault.seal(subject, secret), OffsetDateTime.now(clock), step.getAsLong())
                .update();
        List<String> paper = new ArrayList<>();
        for (int i = 0; i < ON_PAPER; i++) {
            String drawn = drawn();
            paper.add(drawn);
            jdbc.sql("insert into recovery_code (person_id, code_hash) values (?, ?)")
                    .params(personId, hash(personId, drawn))
                    .update();
        }
        return Optional.of(paper);
    }

    /** Whether the code is right, now and for the first time: the later of two at once finds its half minute used. */
    boolean accept(long personId, String code) {
        return jdbc.sql("select subject, secret from second_factor where person_id = ?")
                .param(personId)
                .query((row, n) -> vault.open(row.getObject("subject", UUID.class), row.getBytes("secret")))
                .optional()
                .map(secret -> Totp.stepOf(secret, code, clock.instant()))
                .filter(OptionalLong::isPresent)
                .filter(step -> jdbc.sql("update second_factor set last_step = ? where person_id = ? and last_step < ?")
                                .params(step.getAsLong(), personId, step.getAsLong())
                                .update()
                        == 1)
                .isPresent();
    }

    /** Whether the code stands on the person's paper and has not been used. */
    boolean acceptFromPaper(long personId, String code) {
        return jdbc.sql("update recovery_code set used_at = ? where person_id = ? and code_hash = ? and used_at is null")
                        .params(OffsetDateTime.now(clock), personId, hash(personId, code))
                        .update()
                == 1;
    }

    private void forget(long personId) {
        jdbc.sql("delete from second_factor where person_id = ? returning subject")
                .param(personId)
                .query(UUID.class)
                .optional()
                .ifPresent(vault::destroyKey);
    }

    // 80 bits: too many to guess, so a plain hash keeps them.
    private static String drawn() {
        byte[] bytes = new byte[PAPER_BYTES];
        System.arraycopy(Totp.drawSecret(), 0, bytes, 0, PAPER_BYTES);
        return Totp.inWords(bytes).toLowerCase(Locale.ROOT);
    }

    private static byte[] hash(long personId, String code) {
        return Drawn.hash(personId + " " + code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
    }
}
