package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.casefile.FileCheck;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the files of a post into the draft, one by one: a file that is refused takes no other with it. */
@Component
class Uploads {

    private final HeldFiles files;
    private final Pacing pacing;
    private final MessageSource texts;
    private final FormTexts questions;

    Uploads(HeldFiles files, Pacing pacing, MessageSource texts, FormTexts questions) {
        this.files = files;
        this.pacing = pacing;
        this.texts = texts;
        this.questions = questions;
    }

    /** The draft with references to what was kept, and what is wrong with the rest. */
    record Taken(Typed typed, Problems problems) {}

    Taken take(HttpServletRequest request, FormDefinition form, Typed draft, Locale locale) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        Taken taken = new Taken(draft, Problems.none());
        if (parts != null) {
            for (String field : form.files()) {
                for (MultipartFile file : parts.getFiles(field)) {
                    taken = file.isEmpty() && "".equals(file.getOriginalFilename())
                            ? taken
                            : one(request, form, field, file, taken, locale);
                }
            }
        }
        return taken;
    }

    private Taken one(
            HttpServletRequest request,
            FormDefinition form,
            String field,
            MultipartFile file,
            Taken so,
            Locale locale) {
        List<String> references = new ArrayList<>(so.typed().values(field));
        String name = FileCheck.cleanName(file.getOriginalFilename());
        String wrong;
        if (references.size() >= FileCheck.MOST_FILES) {
            wrong = "meld.file.many";
        } else if (file.getSize() > FileCheck.MOST_BYTES) {
            wrong = "meld.file.big";
        } else if (!pacing.mayUpload(request.getRemoteAddr())) {
            wrong = "meld.file.pace";
        } else {
            FileContent content = FileCheck.look(name, bytes(file));
            String refused = FileCheck.problem(content);
            wrong = "meld.file." + refused;
            if (refused == null) {
                references.add(files.hold(
                        VisitorDrafts.holder(VisitorDrafts.key(so.typed())), content, VisitorDrafts.KEEP));
                return new Taken(so.typed().with(field, references.toArray(String[]::new)), so.problems());
            }
        }
        int page = form.field(field).orElseThrow().page();
        String text = texts.getMessage(wrong, new Object[] {name}, locale);
        // Beside a field stands one sentence or several, but one problem: every refused file is named in it.
        String before = so.problems().list().stream().map(Problem::text).collect(Collectors.joining(" "));
        Problem problem = new Problem(field, questions.label(form, field, locale), (before + " " + text).strip(), page, false);
        return new Taken(so.typed(), Problems.none().with(problem));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
