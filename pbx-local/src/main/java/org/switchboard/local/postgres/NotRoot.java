package org.switchboard.local.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.local.Refusal;
import org.switchboard.local.process.Shell;

/**
 * PostgreSQL refuses to run as root. An ordinary user's processes start as they are; root's are started in a user
 * namespace of their own ({@code unshare --user}), where they keep the access to their files but are nobody special.
 */
final class NotRoot {

    private NotRoot() {
    }

    /** The command as it must be started by this user; refuses when there is no way. */
    static List<String> wrap(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (Shell.find("unshare").isEmpty() || !Shell.run(List.of("unshare", "--user", "true")).ok()) {
            throw new Refusal("PostgreSQL refuses to run as root and this machine does not allow user namespaces: "
                    + "run as an ordinary user, or point PBX_DB_URL at a PostgreSQL that is running.");
        }
        var wrapped = new ArrayList<>(List.of("unshare", "--user"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** @param program file to run as first word of the command */
    static List<String> wrap(Path program, String... arguments) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return wrap(command);
    }
}
