package org.switchboard.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.switchboard.web.page.Room.Door;
import org.switchboard.web.security.Role;

/** The rooms that each role sees. Only what exists is listed. */
public final class Navigation {

    private static final Door HOME = new Door("nav.home", "/", "home");
    private static final Door LIVE = new Door("nav.live", "/calls/live", "activity");
    private static final Door HISTORY = new Door("nav.history", "/calls", "history");
    private static final Door WHAT_IF = new Door("nav.what-if", "/what-if", "help-circle");
    private static final Door ASSERTIONS = new Door("nav.assertions", "/assertions", "checks");
    private static final Door EXTENSIONS = new Door("nav.extensions", "/extensions", "device-landline-phone");
    private static final Door USERS = new Door("nav.users", "/users", "users");
    private static final Door MY_EXTENSION = new Door("nav.my-extension", "/my-extension", "device-landline-phone");
    private static final Door MENUS = new Door("nav.menus", "/menus", "dialpad");
    private static final Door RING_GROUPS = new Door("nav.ring-groups", "/ring-groups", "users-group");
    private static final Door ANNOUNCEMENTS = new Door("nav.announcements", "/announcements", "speakerphone");
    private static final Door PROMPTS = new Door("nav.prompts", "/prompts", "volume");
    private static final Door VOICEMAIL = new Door("nav.voicemail", "/voicemail", "record-mail");
    private static final Door VOICEMAIL_BOXES = new Door("nav.voicemail-boxes", "/voicemail-boxes", "record-mail");
    private static final Door SCHEDULES = new Door("nav.schedules", "/schedules", "clock");
    private static final Door NUMBERS = new Door("nav.numbers", "/numbers", "hash");
    private static final Door TRUNKS = new Door("nav.trunks", "/trunks", "plug-connected");
    private static final Door ROUTES = new Door("nav.routes", "/outbound-routes", "phone-outgoing");
    private static final Door CALLERS = new Door("nav.callers", "/blocked-callers", "phone-x");
    private static final Door COMPANY = new Door("nav.company", "/settings/company", "building");
    private static final Door RECORDINGS = new Door("nav.recordings", "/settings/recordings", "player-record");
    private static final Door TOKENS = new Door("nav.tokens", "/settings/tokens", "key");
    private static final Door CHANGES = new Door("nav.changes", "/settings/changes", "list-details");
    private static final Door WALLBOARD = new Door("nav.wallboard", "/wallboard", "layout-dashboard");
    private static final Door QUEUES = new Door("nav.queues", "/queues", "users-group");
    private static final Door AGENTS = new Door("nav.agents", "/agents", "headset");
    private static final Door QUEUE_SETTINGS = new Door("nav.queue-settings", "/queues/settings", "list-details");
    private static final Door REPORTS = new Door("nav.reports", "/reports", "chart-bar");
    private static final Door SUPERVISION = new Door("nav.supervision", "/supervision", "ear");
    private static final Door DESK = new Door("nav.desk", "/desk", "headset");
    private static final Door TENANTS = new Door("nav.tenants", "/operator/tenants", "building");
    private static final Door HEALTH = new Door("nav.health", "/operator/health", "heartbeat");

    private static final Room CALLS = new Room("room.calls", List.of(LIVE, HISTORY, VOICEMAIL));

    private static final Room CALLS_AND_WHAT_IF = new Room(CALLS.key(), Stream.concat(CALLS.doors().stream(), Stream.of(WHAT_IF)).toList());

    private static final Room CALLS_AND_ALL =
            new Room(CALLS.key(), Stream.concat(CALLS_AND_WHAT_IF.doors().stream(), Stream.of(ASSERTIONS)).toList());

    private static final Room FLOWS = new Room("room.flows", List.of(SCHEDULES, MENUS, RING_GROUPS, ANNOUNCEMENTS, PROMPTS));

    private static final Room FLOWS_AND_BOXES =
            new Room(FLOWS.key(), Stream.concat(FLOWS.doors().stream(), Stream.of(VOICEMAIL_BOXES)).toList());

    private static final Room LINES = new Room("room.numbers", List.of(NUMBERS, TRUNKS, ROUTES, CALLERS));

    private static final Room CENTRE = new Room("room.call-centre", List.of(WALLBOARD, QUEUES, AGENTS, QUEUE_SETTINGS, REPORTS, SUPERVISION));

    private Navigation() {
    }

    /**
     * The rooms of somebody.
     *
     * @param role    who looks
     * @param isAgent whether they take the calls of queues; these have a desk
     * @return in the order in which they are shown
     */
    public static List<Room> of(Role role, boolean isAgent) {
        Room start = new Room("room.home", isAgent ? List.of(HOME, DESK) : List.of(HOME));
        return switch (role) {
            case OPERATOR -> List.of(start, new Room("room.operator", List.of(TENANTS, HEALTH)));
            case ADMIN -> List.of(start, CALLS_AND_ALL, new Room("room.people", List.of(EXTENSIONS, USERS)), LINES, FLOWS_AND_BOXES, CENTRE,
                    new Room("room.settings", List.of(COMPANY, RECORDINGS, TOKENS, CHANGES)));
            case SUPERVISOR -> List.of(start, CALLS_AND_WHAT_IF, new Room("room.people", List.of(EXTENSIONS)), LINES, FLOWS, CENTRE);
            case USER -> List.of(start, CALLS, new Room("room.phone", List.of(MY_EXTENSION)));
        };
    }
}
