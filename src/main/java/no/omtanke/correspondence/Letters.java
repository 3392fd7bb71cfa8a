package no.omtanke.correspondence;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import no.omtanke.organization.Letterhead;
import no.omtanke.organization.Letterheads;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes letters as PDF/A-2a and PDF/UA-1, so that they can be kept for good and read by everybody. Public because the subjects
 * put them into the case file.
 */
@Service
public class Letters {

    private final TemplateEngine templates;
    private final PdfPress press = new PdfPress();
    private final MessageSource texts;
    private final Supplier<Letterhead> letterhead;

    @Autowired
    Letters(MessageSource texts, Letterheads letterheads) {
        this(texts, letterheads::now);
    }

    Letters(MessageSource texts, Supplier<Letterhead> letterhead) {
        this.texts = texts;
        this.letterhead = letterhead;
        this.templates = templates(texts);
    }

    /** One version of a plan. */
    public byte[] plan(PlanLetter plan, Locale language) {
        String title = title("letter.plan.title", plan.pupil(), language, plan.pupil(), plan.version());
        return pdf(new Letter(
                "plan", language, title, plan.head(), Map.of("plan", plan, "rights", plan.rights())));
    }

    /** One evaluation of a plan. */
    public byte[] evaluation(EvaluationLetter evaluation, Locale language) {
        String title = title(
                "letter.evaluation.title", evaluation.pupil(), language, evaluation.number(), evaluation.pupil());
        return pdf(new Letter(
                "evaluation",
                language,
                title,
                evaluation.head(),
                Map.of("evaluation", evaluation, "rights", evaluation.rights(), "trend", Trend.of(evaluation.trend()))));
    }

    /** Any letter. The same letter gives the same pages. */
    public byte[] pdf(Letter letter) {
        Map<String, Object> model = new HashMap<>(letter.model());
        Letterhead paper = letterhead.get();
        model.put("arms", paper.hasArms());
        model.put("address", paper.address());
        model.put("head", letter.head());
        model.put("title", letter.title());
        model.put("language", letter.language().toLanguageTag());
        return press.print(templates.process(letter.template(), new Context(letter.language(), model)), paper.arms());
    }

    // A case can be about somebody whose name nobody knows.
    private String title(String key, String pupil, Locale language, Object... args) {
        return texts.getMessage(pupil == null || pupil.isBlank() ? key + "-unnamed" : key, args, language);
    }

    // An engine of its own: pages are looked up elsewhere, and a letter must not be served as one.
    private static TemplateEngine templates(MessageSource texts) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Letters.class.getClassLoader());
        files.setPrefix("letters/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setMessageResolver(new LetterTexts(texts));
        return engine;
    }
}
