package no.omtanke.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.time.Clock;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/**
 * Sends e-mail whose texts come from the message bundles. Public because asynchronous process steps send by it, so that a failed
 * mail is retried and then seen; besides them only one-time codes, which somebody waits for on the page and may ask for again.
 *
 * <p>Arguments are links, codes, days and hours. Never a name, never a word of a case.
 */
@Service
public class Mailer {

    private final JavaMailSender sender;
    private final MessageSource texts;
    private final Clock clock;
    private final String from;
    private final String baseUrl;

    Mailer(
            JavaMailSender sender,
            MessageSource texts,
            Clock clock,
            @Value("${omtanke.mail-from}") String from,
            @Value("${omtanke.base-url}") String baseUrl) {
        this.sender = sender;
        this.texts = texts;
        this.clock = clock;
        this.from = from;
        this.baseUrl = baseUrl;
    }

    /**
     * Sends one mail.
     *
     * @param step names the step and the case: a repeat after a crash carries the same Message-ID and is harmless
     * @param template the message keys {@code mail.<template>.subject} and {@code .text}
     * @throws MailException when the server did not take it; the caller's step is retried
     */
    public void send(String step, String to, Locale locale, String template, Object... args) {
        MimeMessage message = sender.createMimeMessage();
        try {
            MimeMessageHelper mail = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            mail.setFrom(from);
            mail.setTo(to);
            mail.setSentDate(Date.from(clock.instant()));
            mail.setSubject(texts.getMessage("mail." + template + ".subject", args, locale));
            mail.setText(texts.getMessage("mail." + template + ".text", args, locale)
                    + "\n\n"
                    + texts.getMessage("mail.foot", null, locale));
            message.setHeader("Message-ID", "<" + step + "@omtanke>");
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailSendException("The mail could not be written", e);
        }
        sender.send(message);
    }

    /** The address of a page, for mails to staff who sign in there. */
    public String address(String path) {
        return baseUrl + path;
    }
}
