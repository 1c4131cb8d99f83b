package org.switchboard.web.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.switchboard.web.api.problem.ApiRefused;

/** The cursors of one list: opaque to whoever gets them, refused when they are another list's or made up. */
public final class Cursors {

    private static final String PARAMETER = "cursor";

    private final String list;
    private final Pattern key;

    /**
     * The cursors of a list.
     *
     * @param list the list's name
     * @param key  what a key of the list looks like
     */
    public Cursors(String list, String key) {
        this.list = list + ":";
        this.key = Pattern.compile(key);
    }

    /**
     * Writes a cursor.
     *
     * @param after key of the last row of a page
     * @return letters, digits, {@code -} and {@code _}
     */
    public String write(String after) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((list + after).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @param cursor what was sent; null begins at the first page
     * @return the key after which to go on; null for the first page
     * @throws ApiRefused when {@link #write} did not make it for this list
     */
    public String read(String cursor) {
        if (cursor == null) {
            return null;
        }
        String text = decoded(cursor);
        if (!text.startsWith(list) || !key.matcher(text.substring(list.length())).matches()) {
            throw refused();
        }
        return text.substring(list.length());
    }

    /**
     * Reads a cursor of a list whose keys are ids.
     *
     * @param cursor what was sent; null begins at the first page
     * @return the id after which to go on; null for the first page
     * @throws ApiRefused when {@link #write} did not make it for this list
     */
    public UUID readId(String cursor) {
        String id = read(cursor);
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw refused();
        }
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
    }

    private static ApiRefused refused() {
        return ApiRefused.parameter(PARAMETER, "api.invalid.cursor");
    }
}
