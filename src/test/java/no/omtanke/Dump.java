package no.omtanke;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** Everything that a backup of the database holds: each table of each schema in a file, as COPY writes it. */
public final class Dump {

    private final Path folder;

    private Dump(Path folder) {
        this.folder = folder;
    }

    public static Dump take(String databaseUrl, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        try (Connection database = connect(databaseUrl)) {
            database.setAutoCommit(false);
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (String table : tables(database)) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                database.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                Files.write(folder.resolve(table), rows.toByteArray());
            }
            database.rollback();
        }
        return new Dump(folder);
    }

    /** The tables whose rows hold the text: readable, as the bytes of a bytea, or in base 64. */
    public List<String> tablesWith(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(text, HexFormat.of().formatHex(bytes)));
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            forms.add(base64.substring(shift == 0 ? 0 : shift + 1, base64.length() - 1));
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String rows = Files.readString(file, StandardCharsets.UTF_8);
                if (forms.stream().anyMatch(rows::contains)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    public long tables() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** Brings our own schema back into a new database of the same server. @return its address */
    public String restore(String databaseUrl, String name) throws SQLException, IOException {
        String restored = empty(databaseUrl, name);
        try (Connection database = connect(restored);
                Statement statement = database.createStatement()) {
            // As pg_restore does it: rows first, references and triggers after.
            statement.execute("set session_replication_role = replica");
            List<String> tables = tables(database).stream()
                    .filter(table -> !table.equals("omtanke.flyway_schema_history"))
                    .toList();
            statement.execute("truncate " + String.join(", ", tables));
            for (String table : tables) {
                try (InputStream rows = Files.newInputStream(folder.resolve(table))) {
                    database.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", rows);
                }
            }
        }
        return restored;
    }

    /** A database with our tables and nothing in them. @return its address */
    public static String empty(String databaseUrl, String name) throws SQLException {
        try (Connection server = connect(databaseUrl);
                Statement statement = server.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = asSuperuser(databaseUrl).replaceFirst("(//[^/]+/).+", "$1" + name);
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .schemas("omtanke")
                .defaultSchema("omtanke")
                .createSchemas(true)
                .load()
                .migrate();
        return url;
    }

    /** The address without the program's own user, whom row-level security shows no case: as a backup is taken, and as a thief reads it. */
    public static String asSuperuser(String databaseUrl) {
        return databaseUrl.replaceFirst("\\?.*", "");
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(asSuperuser(url), "postgres", "");
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        order by 1
                        """)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }
}
