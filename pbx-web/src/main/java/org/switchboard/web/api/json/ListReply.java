package org.switchboard.web.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;
import org.switchboard.telephony.paging.Page;

/**
 * A page of a list, as the API gives it.
 *
 * @param items the rows
 * @param next  what to send as {@code cursor} for the next page; absent when this is the last
 * @param <T>   kind of row
 */
public record ListReply<T>(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String next) {

    /** Keeps an unchangeable copy of the rows. */
    public ListReply {
        items = List.copyOf(items);
    }

    /**
     * Makes a reply from a page of the domain.
     *
     * @param page    the page
     * @param cursors writes the list's cursors
     * @param view    makes what the API shows from a row
     * @param <D>     kind of the domain's row
     * @param <T>     kind of the API's row
     * @return the reply
     */
    public static <D, T> ListReply<T> of(Page<D> page, Cursors cursors, Function<? super D, ? extends T> view) {
        Page<T> shown = page.map(view);
        return new ListReply<>(shown.items(), shown.next() == null ? null : cursors.write(shown.next()));
    }
}
