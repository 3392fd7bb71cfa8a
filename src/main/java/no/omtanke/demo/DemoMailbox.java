package no.omtanke.demo;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The demo's mail server: keeps every mail in a table that survives a restart, and can be switched off to see what happens then. */
@Component
@Primary
@Profile("demo")
class DemoMailbox extends JavaMailSenderImpl {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicBoolean on = new AtomicBoolean(true);

    DemoMailbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One mail as a person sees it. */
    record Mail(long id, String to, String subject, String text, List<String> links, Instant at) {}

    @Override
    protected void doSend(MimeMessage[] messages, Object[] originals) {
        if (!on.get()) {
            throw new MailSendException("The demo's mail server is switched off");
        }
        try {
            for (MimeMessage message : messages) {
                jdbc.sql("insert into demo_mail (message_id, recipient, subject, body, sent_at) values (?, ?, ?, ?, ?)")
                        .params(java.util.Arrays.asList(
                                message.getMessageID(),
                                message.getRecipients(Message.RecipientType.TO)[0].toString(),
                                message.getSubject(),
                                message.getContent().toString(),
                                OffsetDateTime.now(clock)))
                        .update();
            }
        } catch (MessagingException | IOException e) {
            throw new MailSendException("The demo could not keep a mail", e);
        }
    }

    /** Newest first. */
    List<Mail> mails(int limit) {
        return jdbc.sql("select * from demo_mail order by id desc limit ?")
                .param(limit)
                .query((row, n) -> new Mail(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body"),
                        LINK.matcher(row.getString("body")).results().map(MatchResult::group).toList(),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    boolean isOn() {
        return on.get();
    }

    void switchTo(boolean working) {
        on.set(working);
    }
}
