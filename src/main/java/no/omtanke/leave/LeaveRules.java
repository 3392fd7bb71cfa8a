package no.omtanke.leave;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the municipality's numbers for leave. Public because an administrator's page reads and changes them. */
@Service
@Transactional
public class LeaveRules {

    private final JdbcClient jdbc;

    LeaveRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public LeaveSettings now() {
        return jdbc.sql("select cap_days, teacher_days, lead_days, both_agree from leave_settings")
                .query(LeaveSettings.class)
                .single();
    }

    /** From now on; what was checked before is not checked again. */
    public void set(LeaveSettings settings) {
        if (!settings.sound()) {
            throw new IllegalArgumentException("no such number of days");
        }
        jdbc.sql("update leave_settings set cap_days = ?, teacher_days = ?, lead_days = ?, both_agree = ?")
                .params(settings.capDays(), settings.teacherDays(), settings.leadDays(), settings.bothAgree())
                .update();
    }
}
