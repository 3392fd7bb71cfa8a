package no.omtanke.bench;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.omtanke.bench.Municipality.School;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;

/**
 * The task list, three ways over the same tasks of the same engine, one after the other in each round: our page, Camunda's REST task
 * query and Tasklist's stored filter, all narrowed to one school, serious cases and what is due within a week, soonest first.
 */
final class WorklistBench {

    /** What one size gave. */
    record Figures(Times page, Times rest, Times filter, Times owner, Times plain) {}

    private static final int READERS = 8;
    private static final String DUE = "week";
    // The page's "week" ends at midnight seven days from now.
    private static final Date DUE_BEFORE = Date.from(OurCases.TODAY.plusDays(7)
            .atTime(LocalTime.MAX)
            .atZone(ZoneId.of("Europe/Oslo"))
            .toInstant());

    // In a small trial a school may have nothing serious that is due.
    private final boolean schoolsHaveTasks;
    private final List<School> schools;
    private final List<Web> principals = new ArrayList<>();
    private final List<String> filters = new ArrayList<>();
    private final Web owner;
    private final Web rest;

    WorklistBench(Program program, Municipality municipality, Rest server, boolean schoolsHaveTasks) {
        this.schoolsHaveTasks = schoolsHaveTasks;
        schools = municipality.schools.subList(0, READERS);
        rest = new Web(server.url("default"));
        owner = Web.signedIn(program, "owner");
        for (int n = 0; n < schools.size(); n++) {
            principals.add(Web.signedIn(program, "principal" + n));
            filters.add(stored(program.bean(ProcessEngine.class), schools.get(n).id()));
        }
    }

    Figures measure(int rounds) {
        for (int n = 0; n < rounds / 2; n++) {
            round(new Figures(new Times(), new Times(), new Times(), new Times(), new Times()), n);
        }
        for (int n = 0; n < 3 * rounds; n++) {
            page(n);
        }
        Figures figures = new Figures(new Times(), new Times(), new Times(), new Times(), new Times());
        for (int n = 0; n < rounds; n++) {
            round(figures, n);
        }
        return figures;
    }

    private void round(Figures figures, int n) {
        figures.page().time(() -> page(n));
        figures.rest().time(() -> query(n));
        figures.filter().time(() -> filter(n));
        figures.plain().time(() -> principal(n).expect(200, principal(n).get("/tasks")));
        figures.owner().time(() -> owner.expect(200, owner.get("/tasks?tab=waiting&serious=1&due=" + DUE)));
    }

    private Web principal(int n) {
        return principals.get(n % principals.size());
    }

    private void page(int n) {
        String path = "/tasks?serious=1&due=" + DUE + "&school=" + school(n);
        require(principal(n).expect(200, principal(n).get(path)).body(), "class=\"wl-task");
    }

    private void query(int n) {
        require(rest.expect(200, rest.json("/task?firstResult=0&maxResults=20", "application/json", criteria(school(n)))).body(),
                "\"read-report\"");
    }

    private void filter(int n) {
        String path = "/filter/" + filters.get(n % filters.size()) + "/list?firstResult=0&maxResults=15";
        require(rest.expect(200, rest.json(path, "application/hal+json", "{}")).body(), "\"read-report\"");
    }

    private int school(int n) {
        return schools.get(n % schools.size()).id();
    }

    private void require(String body, String found) {
        if (!body.contains(found) && schoolsHaveTasks) {
            throw new IllegalStateException("no task in " + body.substring(0, Math.min(2000, body.length())));
        }
    }

    private static String criteria(int school) {
        String before = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX")
                .withZone(ZoneId.of("Europe/Oslo"))
                .format(DUE_BEFORE.toInstant());
        return """
                {"processVariables": [{"name": "schoolId", "operator": "eq", "value": %d},
                                      {"name": "serious", "operator": "eq", "value": true}],
                 "dueBefore": "%s", "sorting": [{"sortBy": "dueDate", "sortOrder": "asc"}]}
                """
                .formatted(school, before.replace("Z", "+0000"));
    }

    private static String stored(ProcessEngine engine, int school) {
        Filter filter = engine.getFilterService().newTaskFilter("School " + school);
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .processVariableValueEquals("schoolId", school)
                .processVariableValueEquals("serious", true)
                .dueBefore(DUE_BEFORE)
                .orderByDueDate()
                .asc());
        // What Tasklist shows in each line.
        filter.setProperties(Map.of(
                "variables",
                List.of(
                        Map.of("name", "caseId", "label", "Case"),
                        Map.of("name", "schoolId", "label", "School"),
                        Map.of("name", "serious", "label", "Serious"))));
        return engine.getFilterService().saveFilter(filter).getId();
    }
}
