package org.switchboard.local;

import java.nio.file.Files;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person needs after a start: addresses, the demo sign-in, and what to type into a phone. */
final class Summary {

    private final Layout layout;
    private final Settings settings;

    Summary(Layout layout, Settings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    /** Prints it; the demo's part only when the portal seeded one. */
    void print(Progress progress) {
        progress.line("");
        progress.line("  Portal      " + settings.portalUrl());
        if (Files.isReadable(layout.demoFile())) {
            printDemo(progress);
        } else {
            printServer(progress);
        }
        progress.line("");
    }

    private void printDemo(Progress progress) {
        try {
            JsonNode demo = JsonMapper.builder().build().readTree(layout.demoFile().toFile());
            progress.line("  Sign in     " + demo.path("adminEmail").asString("") + "  /  "
                    + demo.path("adminPassword").asString(""));
            progress.line("");
            printServer(progress);
            progress.line("  %-22s %-10s %-18s %s".formatted("Demo phones", "extension", "user name", "password"));
            for (JsonNode device : demo.path("devices")) {
                progress.line("    %-20s %-10s %-18s %s".formatted(device.path("tenant").asString(""),
                        device.path("extension").asString(""), device.path("username").asString(""),
                        device.path("password").asString("")));
            }
            progress.line("");
            progress.line("  The same for scripts, with API tokens: " + layout.demoFile());
        } catch (JacksonException e) {
            progress.line("  The demo's sign-in cannot be read: " + layout.demoFile() + " is not JSON ("
                    + e.getOriginalMessage() + ").");
        }
    }

    private void printServer(Progress progress) {
        progress.line("  Phones      server " + Settings.bracketed(settings.reachableAddress()) + ", port "
                + settings.sipPort() + " (UDP, TCP) or " + settings.sipTlsPort() + " (TLS)");
        progress.line("  Browsers    " + settings.sipWebSocketUrl());
    }
}
