package no.omtanke.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of orders; what is to be done stands in the entry with the decision. */
@Component
class OrderStore {

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One order. @param entry the decision's @param number which of its orders, from 1 @param holder who is to do it, or null */
    record Order(UUID id, UUID request, UUID caseId, UUID entry, int number, LocalDate dueOn, Long holder) {}

    void add(SupervisionRequest request, UUID entry, int number, LocalDate dueOn, Long holder) {
        jdbc.sql(
                        """
                        insert into supervision_order (id, request_id, case_id, entry_id, number, due_on, holder)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        UUID.randomUUID(), request.id(), request.caseId(), entry, number, dueOn, holder))
                .update();
    }

    Order get(UUID id) {
        return jdbc.sql("select * from supervision_order where id = ?").param(id).query(OrderStore::order).single();
    }

    List<Order> of(UUID request) {
        return jdbc.sql("select * from supervision_order where request_id = ? order by number")
                .param(request)
                .query(OrderStore::order)
                .list();
    }

    private static Order order(ResultSet row, int n) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getInt("number"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("holder", Long.class));
    }
}
