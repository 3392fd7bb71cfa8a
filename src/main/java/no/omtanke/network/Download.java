package no.omtanke.network;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file as it leaves us: to keep, never to show or to run among our pages. Public because each door that hands out files answers with it.
 */
public final class Download {

    /** Should a browser show it all the same: without script, without forms, with an origin of its own. */
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Download() {}

    public static ResponseEntity<byte[]> of(String name, String mediaType, byte[] bytes) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noStore())
                .contentType(type(mediaType))
                .body(bytes);
    }

    private static MediaType type(String mediaType) {
        try {
            return MediaType.parseMediaType(mediaType);
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
