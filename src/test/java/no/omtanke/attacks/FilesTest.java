package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody attaches what is not what it says, under a name that is more than a name; the principal opens it. */
@OmtankeTest
class FilesTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String SCRIPT = "<script>alert(document.domain)</script>";

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private Client family;
    private String page;
    private String field;

    @BeforeEach
    void aFormThatTakesFiles() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        family = new Client(port);
        family.get("/meld?side=1");
        page = "/meld?side=" + PeekingTest.filePage(family);
        field = PeekingTest.field(family, page);
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void whatever_a_file_is_called_it_leaves_as_a_file_with_a_plain_name() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("../../../etc/passwd.txt", "passwd.txt");
        names.put("..\\\\..\\\\windows\\\\win.txt", "win.txt");
        names.put("/absolute/path.txt", "path.txt");
        names.put("bilde.png.exe.txt", "bilde.png.exe.txt");
        names.put("\u202Etxt.exe.txt", "txt.exe.txt");
        names.put("a\u0000b.txt", "a_b.txt");
        names.put("..txt", "txt");
        names.put("C:evil.txt", "C_evil.txt");
        names.put("x;filename=y.html;.txt", "x_filename=y.html_.txt");
        names.put("%0d%0aSet-Cookie: stolen=1.txt", "_0d_0aSet-Cookie_ stolen=1.txt");
        names.put("<img src=x onerror=alert(1)>.txt", "_img src=x onerror=alert(1)_.txt");
        names.put("${7*7}.txt", "_{7_7}.txt");
        names.put("-rf.txt", "-rf.txt");
        names.keySet().forEach(name -> attach(name, "text/plain", "innhold".getBytes()));
        List<HttpResponse<String>> files = received();
        assertThat(files).hasSizeGreaterThan(8);
        assertThat(files).allSatisfy(file -> {
            String disposition = file.headers().firstValue("Content-Disposition").orElse("");
            assertThat(disposition).startsWith("attachment; filename=").doesNotContain("\r", "\n", "..", "/", "\\", "<", "\u202E", "\u0000");
            assertThat(file.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("stolen"));
            assertThat(file.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(p -> assertThat(p).contains("sandbox", "default-src 'none'"));
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(file.body()).isEqualTo("innhold");
        });
        assertThat(names.values()).containsAll(files.stream().map(FilesTest::name).toList());
    }

    @Test
    void what_a_browser_would_run_is_refused_whatever_it_calls_itself() {
        Map<String, byte[]> disguised = new LinkedHashMap<>();
        disguised.put("bilde.png", ("<html><body>" + SCRIPT + "</body></html>").getBytes());
        disguised.put("bilde.jpg", ("<!DOCTYPE html>" + SCRIPT).getBytes());
        disguised.put("tegning.svg", ("<svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>").getBytes());
        disguised.put("tegning.png", ("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\">" + SCRIPT + "</svg>").getBytes());
        disguised.put("notat.txt", ("<html>" + SCRIPT + "</html>").getBytes());
        disguised.put("side.html", "hei".getBytes());
        disguised.put("side.xhtml", ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">" + SCRIPT + "</html>").getBytes());
        disguised.put("kode.js", "alert(1)".getBytes());
        disguised.put("kode.css", "a{}".getBytes());
        disguised.put("program.exe", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1));
        disguised.put("bilde.gif", "MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1));
        disguised.put("skript.txt", "#!/bin/sh\nrm -rf /".getBytes());
        disguised.put("pakke.jar", zip("META-INF/MANIFEST.MF", new byte[10]));
        disguised.put("arkiv.zip", zip("a", new byte[10]));
        disguised.put("utveksling.swf", "FWS\u0009".getBytes(StandardCharsets.ISO_8859_1));
        disguised.forEach((name, bytes) -> {
            HttpResponse<String> answer = attach(name, "image/png", bytes);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
        });
        assertThat(received()).isEmpty();
    }

    @Test
    void a_file_that_is_two_things_at_once_is_never_the_one_a_browser_would_run() {
        attach("begge.gif", "text/html", ("GIF89a/*" + SCRIPT + "*/=1;").getBytes());
        attach("begge.pdf", "text/html", ("%PDF-1.4\n" + SCRIPT).getBytes());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(picture(10, 10));
        png.writeBytes(SCRIPT.getBytes());
        attach("begge.png", "image/svg+xml", png.toByteArray());
        List<HttpResponse<String>> files = received();
        assertThat(files).hasSize(3).allSatisfy(file -> {
            assertThat(file.headers().firstValue("Content-Type").orElse("")).matches("image/gif|image/png|application/pdf");
            assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
            assertThat(file.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        });
    }

    @Test
    void bombs_are_kept_as_the_few_bytes_they_are() {
        attach("stort.png", "image/png", picture(50_000, 50_000));
        byte[] bomb = new byte[5_000_000];
        for (int depth = 0; depth < 5; depth++) {
            bomb = zip("word/document.xml", bomb);
        }
        attach("bombe.docx", "application/zip", bomb);
        attach("bombe.svg", "image/png", ("<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>").getBytes());
        List<HttpResponse<String>> files = received();
        assertThat(files.stream().map(FilesTest::name)).containsExactlyInAnyOrder("stort.png", "bombe.docx");
        assertThat(jdbc.sql("select max(bytes) from case_document where case_id = ?").param(newest()).query(Integer.class).single())
                .isLessThan(20_000);
    }

    @Test
    void a_field_s_text_is_no_file_and_a_file_is_no_field() {
        family.post(page, Map.of("action", "save", "_shown", field, field, UUID.randomUUID() + "|../../etc/passwd"));
        HttpResponse<String> asField = family.attach(page, Map.of("action", "save"), "school", "1", "text/plain", "1".getBytes());
        assertThat(asField.statusCode()).isLessThan(500);
        assertThat(received()).isEmpty();
    }

    // --- the way of a file

    private HttpResponse<String> attach(String name, String type, byte[] bytes) {
        return family.attach(page, Map.of("action", "save"), field, name, type, bytes);
    }

    private UUID newest() {
        return jdbc.sql("select id from case_file where school_id = ? order by opened_at desc, reference limit 1")
                .param(town.school())
                .query(UUID.class)
                .single();
    }

    /** Sends the report, and downloads as the principal what came with it. */
    private List<HttpResponse<String>> received() {
        PeekingTest.report(family, town);
        UUID id = newest();
        String reference = jdbc.sql("select reference from case_file where id = ?").param(id).query(String.class).single();
        Client principal = Client.of(port, towns.account(town.principal()));
        return jdbc.sql("select id from case_document where case_id = ? and kind = 'attachment'").param(id).query(UUID.class).list().stream()
                .map(document -> principal.get("/cases/" + reference + "/files/" + document))
                .toList();
    }

    private static String name(HttpResponse<String> file) {
        String disposition = file.headers().firstValue("Content-Disposition").orElse("");
        String encoded = disposition.replaceAll(".*filename\\*=UTF-8''", "");
        return encoded.equals(disposition)
                ? disposition.replaceAll(".*filename=\"(.*)\"", "$1")
                : java.net.URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** A picture's head that promises so many points, and nothing of them. */
    private static byte[] picture(int width, int height) {
        byte[] head = ByteBuffer.allocate(17).put("IHDR".getBytes()).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0}).array();
        CRC32 sum = new CRC32();
        sum.update(head);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.writeBytes(PNG);
        picture.writeBytes(ByteBuffer.allocate(4).putInt(13).array());
        picture.writeBytes(head);
        picture.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return picture.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
            return bytes.toByteArray();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
