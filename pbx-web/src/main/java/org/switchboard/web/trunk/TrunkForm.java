package org.switchboard.web.trunk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.switchboard.telephony.number.DialForm;
import org.switchboard.telephony.trunk.TrunkDraft;
import org.switchboard.telephony.trunk.TrunkKind;
import org.switchboard.telephony.trunk.TrunkTransport;
import org.switchboard.web.page.Typed;

/** Reads the fields of a trunk's forms. */
final class TrunkForm {

    private TrunkForm() {
    }

    /** How the provider is reached, over today's other settings. */
    static TrunkDraft connection(HttpServletRequest request, TrunkDraft today) {
        return new TrunkDraft(today.name(), today.enabled(), TrunkKind.of(text(request, "kind", "register")), text(request, "host", ""),
                Typed.number("port", request.getParameter("port"), "invalid.trunk.port"), TrunkTransport.of(text(request, "transport", "udp")),
                request.getParameter("username"), request.getParameter("password"), addresses(request.getParameter("addresses")),
                today.numberFormat(), today.callerId(), today.callLimit());
    }

    /** How calls go over it, over today's connection. */
    static TrunkDraft calls(HttpServletRequest request, TrunkDraft today) {
        return new TrunkDraft(text(request, "name", ""), request.getParameter("enabled") != null, today.kind(), today.host(), today.port(),
                today.transport(), today.username(), today.password(), today.addresses(), DialForm.of(text(request, "numberFormat", "plus")),
                request.getParameter("callerId"), Typed.number("callLimit", request.getParameter("callLimit"), "invalid.callLimit"));
    }

    private static List<String> addresses(String typed) {
        return typed == null ? List.of() : Arrays.asList(typed.split("[\\s,;]+"));
    }

    private static String text(HttpServletRequest request, String field, String otherwise) {
        String value = request.getParameter(field);
        return value == null ? otherwise : value.strip();
    }
}
