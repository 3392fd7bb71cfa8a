package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormView;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a form whose task somebody else ended or took: who was first, and the reader's own words to copy. */
@Component
class TooLate {

    private final TaskDoor door;
    private final Forms forms;
    private final TaskForms taskForms;
    private final EndedPage endedPage;

    TooLate(TaskDoor door, Forms forms, TaskForms taskForms, EndedPage endedPage) {
        this.door = door;
        this.forms = forms;
        this.taskForms = taskForms;
        this.endedPage = endedPage;
    }

    String answer(
            Reader reader,
            TaskRow row,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page,
            String back,
            Locale locale) {
        if (!door.mayHearOf(reader, row)) {
            throw TaskDoor.notFound();
        }
        if (Long.valueOf(reader.personId()).equals(row.endedBy())) {
            // The same form sent twice: the first one counted.
            return "redirect:/tasks/" + row.taskId() + query(back);
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        FormContext context = taskForms.context(row, locale);
        FormView typed =
                forms.view(taskForms.form(row), null, Typed.from(request.getParameterMap()), context);
        return row.open()
                ? endedPage.taken(page, reader, row, typed, back, locale)
                : endedPage.ended(page, reader, row, TypedWords.of(typed), back, locale);
    }

    static String query(String back) {
        return "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
