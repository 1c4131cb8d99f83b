package org.switchboard.web.call;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.cdr.CallFilter;
import org.switchboard.telephony.cdr.CallHistory;
import org.switchboard.telephony.cdr.PastCall;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.input.NotFound;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** Which calls of the past somebody may see: an ordinary user their own, the others their company's. */
@Component
public final class CallViewer {

    private final CallHistory history;
    private final ExtensionService extensions;

    /**
     * Wires the component.
     *
     * @param history    the calls
     * @param extensions whose they are
     */
    public CallViewer(CallHistory history, ExtensionService extensions) {
        this.history = history;
        this.extensions = extensions;
    }

    /**
     * Narrows a filter to what the viewer may see.
     *
     * @param viewer who looks
     * @param filter what they ask for
     * @return the filter; empty when they may see nothing, having no extension
     */
    public Optional<CallFilter> narrowed(SignedInUser viewer, CallFilter filter) {
        if (viewer.role() != Role.USER) {
            return Optional.of(filter);
        }
        List<String> own = extensions.ofUser(viewer.id()).stream().map(Extension::number).toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(filter.of(own.contains(filter.extension()) ? filter.extension() : own.getFirst()));
    }

    /**
     * Finds one call.
     *
     * @param viewer who looks
     * @param id     the call
     * @return the call
     * @throws NotFound when there is none that they may see
     */
    public PastCall find(SignedInUser viewer, UUID id) {
        return history.find(id).filter(call -> maySee(viewer, call)).orElseThrow(() -> new NotFound("call", id.toString()));
    }

    private boolean maySee(SignedInUser viewer, PastCall call) {
        return viewer.role() != Role.USER || extensions.ofUser(viewer.id()).stream().map(Extension::number)
                .anyMatch(own -> call.legs().stream().anyMatch(leg -> leg.number().equals(own)));
    }
}
