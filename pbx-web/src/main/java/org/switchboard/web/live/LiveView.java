package org.switchboard.web.live;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.extension.Extension;
import org.switchboard.telephony.extension.ExtensionService;
import org.switchboard.telephony.live.LiveCall;
import org.switchboard.telephony.live.LiveCalls;
import org.switchboard.web.security.Role;
import org.switchboard.web.security.SignedInUser;

/** The calls that are on, as far as a viewer may see them. */
@Component
public final class LiveView {

    private final LiveCalls calls;
    private final ExtensionService extensions;

    /**
     * Wires the view.
     *
     * @param calls      all calls that are on
     * @param extensions whose they are
     */
    public LiveView(LiveCalls calls, ExtensionService extensions) {
        this.calls = calls;
        this.extensions = extensions;
    }

    /**
     * Decides what somebody may see. Asks the database, so it needs the viewer's scope; what it gives does not.
     *
     * @param viewer who looks
     * @return the window
     */
    public Window of(SignedInUser viewer) {
        Set<String> numbers = viewer.role() == Role.USER
                ? Set.copyOf(extensions.ofUser(viewer.id()).stream().map(Extension::number).toList())
                : null;
        return new Window(calls, viewer.tenantId(), numbers);
    }

    /** What one viewer may see. */
    public static final class Window {

        private final LiveCalls calls;
        private final UUID tenantId;
        private final Set<String> numbers;

        private Window(LiveCalls calls, UUID tenantId, Set<String> numbers) {
            this.calls = calls;
            this.tenantId = tenantId;
            this.numbers = numbers;
        }

        /**
         * What is on now.
         *
         * @return the calls, oldest first
         */
        public List<LiveCall> calls() {
            return calls.of(tenantId).stream().filter(this::maySee).toList();
        }

        /**
         * Whether Asterisk is being heard.
         *
         * @return false while the calls are shown as they were
         */
        public boolean isUp() {
            return calls.isUp();
        }

        /**
         * When Asterisk was last heard of.
         *
         * @return the time; the epoch when it never was
         */
        public Instant lastNews() {
            return calls.lastNews();
        }

        /**
         * The company whose calls these are.
         *
         * @return its id
         */
        UUID tenantId() {
            return tenantId;
        }

        private boolean maySee(LiveCall call) {
            return numbers == null || numbers.contains(call.callerNumber()) || numbers.contains(call.calleeNumber())
                    || call.legs().stream().anyMatch(leg -> numbers.contains(leg.number()));
        }
    }
}
