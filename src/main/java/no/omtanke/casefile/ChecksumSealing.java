package no.omtanke.casefile;

import java.util.List;
import java.util.UUID;
import no.omtanke.vault.Vault;
import no.omtanke.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Before the doors open: checksums that an earlier version kept in the open are sealed. Only the program can, it has the key. */
@Component
class ChecksumSealing implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChecksumSealing.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Checksums checksums;

    ChecksumSealing(JdbcClient jdbc, Vault vault, Checksums checksums) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.checksums = checksums;
    }

    private record Open(UUID id, UUID caseId, byte[] sha256) {}

    @Override
    public void afterPropertiesSet() {
        seal();
    }

    /** @return how many were sealed */
    int seal() {
        int sealed = 0;
        List<Open> some = List.of();
        do {
            UUID after = some.isEmpty() ? FIRST : some.get(some.size() - 1).id();
            some = next(after);
            sealed += some.stream().filter(this::seal).count();
        } while (!some.isEmpty());
        if (sealed > 0) {
            LOG.info("{} checksums of files were sealed", sealed);
        }
        return sealed;
    }

    private List<Open> next(UUID after) {
        return jdbc.sql("select id, case_id, sha256 from case_document where sha256 is not null and id > ? order by id limit ?")
                .params(after, BATCH)
                .query((row, n) -> new Open(
                        row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getBytes("sha256")))
                .list();
    }

    private boolean seal(Open open) {
        byte[] sealed;
        try {
            sealed = checksums.seal(open.caseId(), open.id(), open.sha256());
        } catch (VaultException noKey) {
            if (!vault.isDestroyed(open.caseId())) {
                LOG.error("The key of {} does not open: the checksum of its file {} stays as it is", open.caseId(), open.id());
                return false;
            }
            // Nobody is to confirm what nobody may read.
            sealed = new byte[0];
        }
        return jdbc.sql("update case_document set sha256 = null, sealed_sha256 = ? where id = ? and sha256 is not null")
                        .params(sealed, open.id())
                        .update()
                == 1;
    }
}
