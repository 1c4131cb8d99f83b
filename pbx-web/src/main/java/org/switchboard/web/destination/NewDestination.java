package org.switchboard.web.destination;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.switchboard.telephony.destination.Destination;
import org.switchboard.telephony.destination.DestinationKind;

/**
 * Makes a thing from within a picker, with the fewest fields that make a working one. A feature that has such a form is a
 * bean of this type; the picker offers "New …" for those kinds.
 */
public interface NewDestination {

    /**
     * What it makes.
     *
     * @return a kind that is a thing
     */
    DestinationKind kind();

    /**
     * Where the fields of the form are: the fragment {@code fields} of this template. Their ids begin with {@code new-}, so
     * that they never meet those of the page below.
     *
     * @return name of a template
     */
    String template();

    /**
     * What the form shows at first.
     *
     * @param text what had been typed in the search box
     * @return value of the field {@code name}
     */
    default String name(String text) {
        return text;
    }

    /**
     * Adds what the fields need besides.
     *
     * @param model the form's model
     */
    default void fill(Model model) {
    }

    /**
     * Makes the thing.
     *
     * @param request what was sent
     * @return the thing, to be chosen
     * @throws org.switchboard.telephony.input.InvalidInput when a field is wrong
     */
    Destination create(HttpServletRequest request);
}
