package no.omtanke.correspondence;

import org.springframework.context.MessageSource;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The words of letters. A key without words stops the letter: nobody reads it through before it is kept for good. */
final class LetterTexts extends AbstractMessageResolver {

    private final MessageSource texts;

    LetterTexts(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
        return texts.getMessage(key, arguments, context.getLocale());
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] arguments) {
        throw new IllegalArgumentException("No words for " + key);
    }
}
