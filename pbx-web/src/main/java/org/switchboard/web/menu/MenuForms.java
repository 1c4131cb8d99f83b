package org.switchboard.web.menu;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.destination.DestinationDraft;
import org.switchboard.telephony.menu.MenuDraft;
import org.switchboard.telephony.menu.MenuExit;
import org.switchboard.web.destination.DestinationForm;
import org.switchboard.web.destination.FormNumber;

/** Makes the wanted settings of a menu from the forms of its page, each of which changes a part. */
@Component
final class MenuForms {

    private final DestinationForm destination;

    MenuForms(DestinationForm destination) {
        this.destination = destination;
    }

    /** A menu with nothing but a name and a prompt. */
    static MenuDraft fresh(String name, UUID promptId) {
        return new MenuDraft(name, null, promptId, null, null, null, null, null, null, null, null, null, null);
    }

    /** What it is called, and dialled by. */
    MenuDraft identity(MenuDraft today, HttpServletRequest request) {
        return new MenuDraft(request.getParameter("name"), FormNumber.dialled(request, "number"), today.promptId(), today.wrongPromptId(),
                today.noInputPromptId(), today.firstDigitSeconds(), today.nextDigitSeconds(), today.tries(), today.directDial(),
                today.excluded(), today.keys(), today.noInput(), today.wrongInput());
    }

    /** What callers hear, how often, and how long it waits then. */
    MenuDraft hears(MenuDraft today, HttpServletRequest request, UUID promptId) {
        return new MenuDraft(today.name(), today.number(), promptId, today.wrongPromptId(), today.noInputPromptId(),
                FormNumber.read(request, "firstDigitSeconds", "invalid.menu.firstDigitSeconds"), today.nextDigitSeconds(),
                FormNumber.read(request, "tries", "invalid.menu.tries"), today.directDial(), today.excluded(), today.keys(),
                today.noInput(), today.wrongInput());
    }

    /** Where each key leads. */
    MenuDraft keys(MenuDraft today, HttpServletRequest request) {
        Map<String, DestinationDraft> keys = new LinkedHashMap<>();
        MenuExit.KEYS.forEach(key -> {
            DestinationDraft to = destination.read(request, MenuExit.field(MenuExit.ofKey(key)));
            if (to != null) {
                keys.put(key, to);
            }
        });
        return new MenuDraft(today.name(), today.number(), today.promptId(), today.wrongPromptId(), today.noInputPromptId(),
                today.firstDigitSeconds(), today.nextDigitSeconds(), today.tries(), today.directDial(), today.excluded(), keys,
                today.noInput(), today.wrongInput());
    }

    /** What happens when nothing, or nothing that fits, is pressed. */
    MenuDraft otherwise(MenuDraft today, HttpServletRequest request) {
        return new MenuDraft(today.name(), today.number(), today.promptId(), id(request, "wrongPromptId"), id(request, "noInputPromptId"),
                today.firstDigitSeconds(), today.nextDigitSeconds(), today.tries(), today.directDial(), today.excluded(), today.keys(),
                destination.read(request, "noInput"), destination.read(request, "wrongInput"));
    }

    /** Whether callers may dial extensions, and which not. */
    MenuDraft direct(MenuDraft today, HttpServletRequest request) {
        String excluded = request.getParameter("excluded");
        List<String> numbers = excluded == null ? List.of()
                : Arrays.stream(excluded.split("[\\s,;]+")).filter(number -> !number.isEmpty()).distinct().toList();
        return new MenuDraft(today.name(), today.number(), today.promptId(), today.wrongPromptId(), today.noInputPromptId(),
                today.firstDigitSeconds(), FormNumber.read(request, "nextDigitSeconds", "invalid.menu.nextDigitSeconds"), today.tries(),
                request.getParameter("directDial") != null, numbers, today.keys(), today.noInput(), today.wrongInput());
    }

    // A made-up id is an unknown one.
    private static UUID id(HttpServletRequest request, String field) {
        String text = request.getParameter(field);
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException madeUp) {
            return new UUID(0, 0);
        }
    }
}
