package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.casefile.FileCheck;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.form.Drafts;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What an employee is writing, until it is sent: the draft and its files, under the employee's own name. */
@Component
class Desk {

    private static final Duration KEEP = Duration.ofDays(30);

    private final Drafts drafts;
    private final HeldFiles files;
    private final FormTexts texts;
    private final MessageSource messages;

    Desk(Drafts drafts, HeldFiles files, FormTexts texts, MessageSource messages) {
        this.drafts = drafts;
        this.files = files;
        this.texts = texts;
        this.messages = messages;
    }

    Sheet resume(Reader reader, String purpose) {
        return drafts.load(owner(reader), purpose)
                .map(draft -> new Sheet(draft.typed(), draft.savedAt(), Problems.none()))
                .orElseGet(() -> new Sheet(Typed.empty(), null, Problems.none()));
    }

    /** Lays what was posted over what was kept; files that came are held. */
    Sheet receive(Reader reader, String purpose, FormDefinition form, HttpServletRequest request, Locale locale) {
        Typed typed = resume(reader, purpose).typed().merge(Typed.from(request.getParameterMap()), form.fields());
        Problems problems = Problems.none();
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        for (String field : parts == null ? List.<String>of() : form.files()) {
            List<String> references = new ArrayList<>(typed.values(field));
            for (MultipartFile file : parts.getFiles(field)) {
                if (file.isEmpty() && "".equals(file.getOriginalFilename())) {
                    continue;
                }
                FileContent content = FileCheck.look(file.getOriginalFilename(), bytes(file));
                String wrong = references.size() >= FileCheck.MOST_FILES ? "many" : FileCheck.problem(content);
                if (wrong == null) {
                    references.add(files.hold(holder(reader, purpose), content, KEEP));
                } else {
                    String text = messages.getMessage("worklist.file." + wrong, new Object[] {content.name()}, locale);
                    problems = problems.with(new Problem(
                            field,
                            texts.label(form, field, locale),
                            text,
                            form.field(field).orElseThrow().page(),
                            false));
                }
            }
            typed = typed.with(field, references.toArray(String[]::new));
        }
        return new Sheet(typed, null, problems);
    }

    void keep(Reader reader, String purpose, Typed typed) {
        drafts.save(owner(reader), purpose, typed, KEEP);
    }

    List<FileContent> files(Reader reader, String purpose, FormDefinition form, Typed typed) {
        return form.files().stream()
                .flatMap(field -> files.read(holder(reader, purpose), typed.values(field)).stream())
                .toList();
    }

    /** It was sent: nothing of it stays here. */
    @Transactional
    public void clear(Reader reader, String purpose) {
        drafts.delete(owner(reader), purpose);
        files.release(holder(reader, purpose));
    }

    private static String owner(Reader reader) {
        return "person:" + reader.personId();
    }

    private static String holder(Reader reader, String purpose) {
        return owner(reader) + " " + purpose;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
