package no.omtanke.organization;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Schools {

    private static final String SELECT = "select id, slug, name, language_form, phone from school ";

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Municipality> municipality() {
        return jdbc.sql("select name, local_regulation, statsforvalter from municipality")
                .query(Municipality.class)
                .optional();
    }

    List<School> all() {
        return jdbc.sql(SELECT + "order by id").query(School.class).list();
    }

    Optional<School> byId(int id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(School.class).optional();
    }

    Optional<School> bySlug(String slug) {
        return jdbc.sql(SELECT + "where slug = :slug")
                .param("slug", slug)
                .query(School.class)
                .optional();
    }

    List<TaughtClass> taughtBy(long teacher, int schoolId) {
        return jdbc.sql("select id, name from school_class where contact_teacher_id = ? and school_id = ? order by grade, name")
                .params(teacher, schoolId)
                .query((row, number) -> new TaughtClass(row.getLong("id"), row.getString("name")))
                .list();
    }

    List<TaughtClass> classesAt(int schoolId) {
        return jdbc.sql("select id, name from school_class where school_id = ? order by grade, name")
                .param(schoolId)
                .query((row, number) -> new TaughtClass(row.getLong("id"), row.getString("name")))
                .list();
    }
}
