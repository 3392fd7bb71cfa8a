package no.omtanke.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.vault.Vault;
import no.omtanke.vault.VaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the program wrote about a case stays as it was; a changed file is never shown as if it were the one that was kept. */
@OmtankeTest
class DocumentsTest {

    private static final byte[] PLAN = "Planen, versjon 1".getBytes(StandardCharsets.UTF_8);

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGate gate;

    @Autowired
    Vault vault;

    @Autowired
    ChecksumSealing sealing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Town town;
    private Reader principal;
    private CaseFile file;

    @BeforeEach
    void aCase() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        principal = towns.reader(town.principal());
        file = transaction.execute(s -> cases.open(new NewCase(
                        "school-environment", "SK", town.school(), "staff", null, "nb", "none", false, false, "none",
                        UUID.randomUUID())))
                .file();
    }

    @AfterEach
    void theStoryIsOver() {
        towns.forget(town);
    }

    @Test
    void a_kept_document_is_listed_with_its_checksum_and_read_as_it_was() throws Exception {
        UUID plan = keep("plan", "Aktivitetsplan 1.pdf");
        attach();
        assertThat(gate.open(principal, file.id(), Part.CONTENT).orElseThrow().attachments())
                .containsExactlyInAnyOrder(
                        new Attachment(
                                plan, null, "Aktivitetsplan 1.pdf", "application/pdf", PLAN.length, "plan", null, sha256(PLAN)),
                        new Attachment(attachment(), entry(), "bilde.png", "image/png", PLAN.length, "attachment", null, sha256(PLAN)));
        assertThat(read(plan).orElseThrow().bytes()).isEqualTo(PLAN);
        assertThat(read(UUID.randomUUID())).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_or_remove_it() {
        UUID evaluation = keep("evaluation", "Evaluering 1.pdf");
        for (String change : new String[] {
            "update case_document set sealed = '\\x00' where id = ?",
            "update case_document set kind = 'attachment' where id = ?",
            "update case_document set sealed_sha256 = '\\x00' where id = ?",
            "update case_document set sealed_sha256 = null, sha256 = sha256('guessed') where id = ?",
            "delete from case_document where id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).param(evaluation).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("is kept unchanged");
        }
        assertThatThrownBy(() -> jdbc.sql("truncate case_document cascade").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("kept unchanged");
        assertThat(read(evaluation).orElseThrow().bytes()).isEqualTo(PLAN);
    }

    @Test
    void a_file_with_other_bytes_than_were_kept_is_not_shown() {
        attach();
        UUID attachment = attachment();
        jdbc.sql("update case_document set sealed = ? where id = ?")
                .params(vault.seal(file.id(), "noe annet".getBytes(StandardCharsets.UTF_8)), attachment)
                .update();
        assertThatThrownBy(() -> read(attachment))
                .isInstanceOf(ChangedDocument.class)
                .hasMessageContaining(attachment.toString());
    }

    @Test
    void a_file_from_before_checksums_is_still_read() {
        attach();
        UUID attachment = attachment();
        jdbc.sql("update case_document set sealed_sha256 = null where id = ?").param(attachment).update();
        assertThat(read(attachment).orElseThrow().bytes()).isEqualTo(PLAN);
    }

    @Test
    void nobody_can_confirm_a_guessed_file_from_the_database() throws Exception {
        keep("plan", "Aktivitetsplan 1.pdf");
        attach();
        assertThat(jdbc.sql("select count(*) from case_document d where case_id = ? and d::text like '%' || ? || '%'")
                        .params(file.id(), sha256(PLAN))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_checksum_of_another_file_of_the_same_case_does_not_pass() {
        attach();
        UUID attachment = attachment();
        UUID plan = keep("plan", "Aktivitetsplan 1.pdf");
        jdbc.sql("update case_document a set sealed_sha256 = p.sealed_sha256 from case_document p where a.id = ? and p.id = ?")
                .params(attachment, plan)
                .update();
        assertThatThrownBy(() -> read(attachment)).isInstanceOf(ChangedDocument.class);
    }

    @Test
    void checksums_that_an_earlier_version_kept_in_the_open_are_sealed_once_and_nothing_else_is_changed() throws Exception {
        attach();
        UUID attachment = attachment();
        asAnEarlierVersionKeptIt(attachment);
        UUID plan = keep("plan", "Aktivitetsplan 1.pdf");
        UUID fromBefore = UUID.randomUUID();
        jdbc.sql("insert into case_document (id, case_id, kind, media_type, bytes, sha256, sealed_name, sealed, added_at)"
                        + " select ?, case_id, kind, media_type, bytes, sha256(?), sealed_name, sealed, added_at"
                        + " from case_document where id = ?")
                .params(fromBefore, PLAN, plan)
                .update();
        for (String change : new String[] {
            "update case_document set sha256 = null, sealed_sha256 = '\\x00', bytes = 1 where id = ?",
            "update case_document set sha256 = null where id = ?"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).param(fromBefore).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }

        assertThat(sealing.seal()).isEqualTo(2);
        assertThat(sealing.seal()).isZero();

        assertThat(jdbc.sql("select count(*) from case_document where sha256 is not null").query(Long.class).single())
                .isZero();
        assertThat(read(fromBefore).orElseThrow().bytes()).isEqualTo(PLAN);
        assertThat(read(attachment).orElseThrow().bytes()).isEqualTo(PLAN);
        assertThat(gate.open(principal, file.id(), Part.CONTENT).orElseThrow().attachments())
                .extracting(Attachment::sha256)
                .containsOnly(sha256(PLAN));
        assertThatThrownBy(() -> jdbc.sql("update case_document set sealed_sha256 = '\\x00' where id = ?")
                        .param(fromBefore)
                        .update())
                .hasMessageContaining("is kept unchanged");
    }

    @Test
    void where_the_key_was_destroyed_before_the_open_checksum_goes_too() {
        attach();
        UUID attachment = attachment();
        asAnEarlierVersionKeptIt(attachment);
        vault.destroyKey(file.id());
        assertThat(sealing.seal()).isEqualTo(1);
        assertThat(jdbc.sql("select sha256 is null and sealed_sha256 = '' from case_document where id = ?")
                        .param(attachment)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void destroying_the_key_is_the_way_to_be_rid_of_it() {
        UUID plan = keep("plan", "Aktivitetsplan 1.pdf");
        vault.destroyKey(file.id());
        assertThatThrownBy(() -> read(plan)).isInstanceOf(VaultException.class);
    }

    @Test
    void what_somebody_attached_is_not_kept_and_a_kind_is_a_code() {
        assertThatThrownBy(() -> keep("attachment", "x.pdf")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keep("Brev 1", "x.pdf")).isInstanceOf(DataAccessException.class);
    }

    private UUID keep(String kind, String name) {
        return transaction.execute(s -> cases.keepDocument(file.id(), kind, null, name, "application/pdf", PLAN));
    }

    private void asAnEarlierVersionKeptIt(UUID attachment) {
        jdbc.sql("update case_document set sealed_sha256 = null, sha256 = sha256(?) where id = ?")
                .params(PLAN, attachment)
                .update();
    }

    private void attach() {
        transaction.executeWithoutResult(s -> cases.addDocument(
                file.id(), cases.addEntry(file.id(), "note", town.principal(), "staff", null, null, "{}"), "bilde.png",
                "image/png", PLAN));
    }

    private UUID attachment() {
        return one("select id from case_document where case_id = ? and kind = 'attachment'");
    }

    private UUID entry() {
        return one("select id from case_entry where case_id = ?");
    }

    private UUID one(String sql) {
        return jdbc.sql(sql).param(file.id()).query(UUID.class).single();
    }

    private Optional<FileContent> read(UUID document) {
        return gate.file(principal, file.reference(), document);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
