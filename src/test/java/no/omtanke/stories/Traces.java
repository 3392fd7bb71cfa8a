package no.omtanke.stories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What a program that has run has left behind: a dump of its database as a thief would read it, and files. */
final class Traces {

    private static final int LARGEST = 20_000_000;

    private final DataSource database;
    private final CanaryFlock flock;
    private final String name;

    Traces(DataSource database, CanaryFlock flock, String name) {
        this.database = database;
        this.flock = flock;
        this.name = name;
    }

    /** The tables in which something stands in clear, and what. */
    TreeSet<String> inTheDump() {
        TreeSet<String> found = new TreeSet<>();
        dump().forEach((table, bytes) -> {
            for (String what : heard(bytes)) {
                found.add("table " + table + ": " + what);
            }
        });
        return found;
    }

    /** Files that were written since, in the program's temporary folder, with something in them. */
    List<String> inTemporaryFiles(Instant since) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path file : files.toList()) {
                look(file, since, found);
            }
        }
        return found;
    }

    /** A word that lies in clear in a temporary file is found: silence means something. */
    void findsWhatIsThere() throws IOException {
        Instant now = Instant.now().minusSeconds(5);
        Path file = Files.createTempFile("canary", ".txt");
        try {
            Files.writeString(file, "x" + flock.word("left lying") + "x", StandardCharsets.UTF_16BE);
            if (inTemporaryFiles(now).stream().noneMatch(found -> found.endsWith("left lying"))) {
                throw new AssertionError("the search finds nothing, whatever is there");
            }
        } finally {
            Files.delete(file);
        }
    }

    private void look(Path path, Instant since, List<String> found) {
        try {
            if (Files.isSymbolicLink(path) || !Files.isReadable(path) || Files.exists(path.resolve("PG_VERSION"))) {
                // The database's own files hold what the dump holds.
                return;
            }
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.forEach(file -> look(file, since, found));
                }
            } else if (Files.isRegularFile(path)
                    && Files.getLastModifiedTime(path).toInstant().isAfter(since)
                    && Files.size(path) < LARGEST) {
                heard(Files.readAllBytes(path)).forEach(what -> found.add(path + ": " + what));
            }
        } catch (IOException gone) {
            // Somebody else's file that is there no more.
        }
    }

    // The server's own binary form: text and bytes as they are, so what is sealed is the only thing that is not read here.
    private Map<String, byte[]> dump() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        try (Connection connection = database.getConnection()) {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = connection
                    .createStatement()
                    .executeQuery("select table_schema || '.' || table_name from information_schema.tables"
                            + " where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : names) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copy.copyOut("copy " + table + " to stdout (format binary)", bytes);
                tables.put(table, bytes.toByteArray());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!tables.keySet().containsAll(List.of("public.act_ge_bytearray", "public.act_hi_varinst", "omtanke.case_entry"))) {
            throw new AssertionError("no dump of everything: " + tables.keySet());
        }
        // A wall inside the database could leave rows out without a word.
        if (tables.get("omtanke.case_entry").length < 10_000) {
            throw new AssertionError("what people wrote is not in the dump, so it proves nothing");
        }
        return tables;
    }

    private TreeSet<String> heard(byte[] bytes) {
        TreeSet<String> heard = new TreeSet<>();
        // Bytes as letters of their own: what is text in it can be found wherever it begins, in both ways of writing it.
        String narrow = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String text : List.of(narrow, narrow.replace("\0", ""))) {
            heard.addAll(flock.singing(text));
            if (text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
                heard.add("a name");
            }
        }
        return heard;
    }
}
