package no.omtanke.dossier;

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
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** What the owner is typing about a request, with the letter, until it is registered. */
@Component
class RequestDesk {

    private static final Duration KEEP = Duration.ofDays(30);

    private final Drafts drafts;
    private final HeldFiles files;
    private final FormTexts texts;
    private final DossierWords words;

    RequestDesk(Drafts drafts, HeldFiles files, FormTexts texts, DossierWords words) {
        this.drafts = drafts;
        this.files = files;
        this.texts = texts;
        this.words = words;
    }

    /** @param problems with files that were refused */
    record Sheet(Typed typed, Problems problems) {}

    Typed resume(Reader reader) {
        return drafts.load(owner(reader), Registering.FORM).map(draft -> draft.typed()).orElseGet(Typed::empty);
    }

    /** Lays what was posted over what was kept, and keeps it; files that came are held. */
    Sheet receive(Reader reader, FormDefinition form, HttpServletRequest request, Locale locale) {
        Typed typed = resume(reader).merge(Typed.from(request.getParameterMap()), form.fields());
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
                    references.add(files.hold(holder(reader), content, KEEP));
                } else {
                    problems = problems.with(new Problem(
                            field, texts.label(form, field, locale), words.text("wrong." + wrong, locale, content.name()), 0, false));
                }
            }
            typed = typed.with(field, references.toArray(String[]::new));
        }
        keep(reader, typed);
        return new Sheet(typed, problems);
    }

    void keep(Reader reader, Typed typed) {
        drafts.save(owner(reader), Registering.FORM, typed, KEEP);
    }

    List<FileContent> files(Reader reader, FormDefinition form, Typed typed) {
        return form.files().stream()
                .flatMap(field -> files.read(holder(reader), typed.values(field)).stream())
                .toList();
    }

    /** It was registered: nothing of it stays here. */
    @Transactional
    public void clear(Reader reader) {
        drafts.delete(owner(reader), Registering.FORM);
        files.release(holder(reader));
    }

    private static String owner(Reader reader) {
        return "person:" + reader.personId();
    }

    private static String holder(Reader reader) {
        return owner(reader) + " " + Registering.FORM;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
