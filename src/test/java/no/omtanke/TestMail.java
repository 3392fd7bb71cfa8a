package no.omtanke;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server inside the test run, and a way to read what arrived. */
public class TestMail implements DisposableBean {

    private static final Pattern LINK = Pattern.compile("http://omtanke\\.test(/\\S+)");

    private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender;

    TestMail(JavaMailSenderImpl sender) {
        this.sender = sender;
        // GreenMail answers EHLO in several small packets, which the system holds back for 40 ms each time.
        sender.getJavaMailProperties().setProperty("mail.smtp.ehlo", "false");
        start();
    }

    public void start() {
        server.start();
        sender.setPort(server.getSmtp().getPort());
    }

    /** No mail server: connections are refused. */
    public void stop() {
        server.stop();
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<Message> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Message::of)
                .filter(m -> m.to().equalsIgnoreCase(address))
                .toList();
    }

    /** The newest one-time code that was sent to the address. */
    public String code(String address) {
        return to(address).stream()
                .flatMap(m -> CODE.matcher(m.text()).results())
                .map(found -> found.group(1) + found.group(2))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("no code to " + address));
    }

    /** Mails that carry a link, in order. */
    public List<Message> linksTo(String address) {
        return to(address).stream().filter(m -> LINK.matcher(m.text()).find()).toList();
    }

    public List<Message> all() {
        return Arrays.stream(server.getReceivedMessages()).map(Message::of).toList();
    }

    /** Every mail as it went out: headers as sent and as read, and the text. */
    public List<String> raw() {
        return Arrays.stream(server.getReceivedMessages()).map(TestMail::whole).toList();
    }

    private static String whole(MimeMessage mail) {
        try {
            StringBuilder whole = new StringBuilder();
            for (Enumeration<String> lines = mail.getAllHeaderLines(); lines.hasMoreElements(); ) {
                String line = lines.nextElement();
                whole.append(line).append('\n').append(MimeUtility.decodeText(line)).append('\n');
            }
            return whole.append(parts(mail.getContent())).toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    // Every part of it, with what stands in the parts' own headers, such as a file's name.
    private static String parts(Object content) throws MessagingException, IOException {
        if (!(content instanceof Multipart several)) {
            return String.valueOf(content);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < several.getCount(); i++) {
            BodyPart part = several.getBodyPart(i);
            all.append(part.getFileName()).append('\n').append(parts(part.getContent())).append('\n');
        }
        return all.toString();
    }

    @Override
    public void destroy() {
        server.stop();
    }

    /** What a person would see of a mail. */
    public record Message(String to, String subject, String text, String id) {

        static Message of(MimeMessage mail) {
            try {
                return new Message(
                        mail.getAllRecipients()[0].toString(),
                        mail.getSubject(),
                        mail.getContent().toString(),
                        mail.getMessageID());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The first link's path. */
        public String link() {
            Matcher found = LINK.matcher(text);
            if (!found.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return found.group(1);
        }
    }
}
