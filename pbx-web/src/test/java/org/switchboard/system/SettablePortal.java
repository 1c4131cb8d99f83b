package org.switchboard.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import org.switchboard.web.SwitchboardApplication;

/** The portal on a clock whose hands a test moves: what it adds to the time stands in a file. */
final class SettablePortal {

    /** The environment variable that names the file. */
    static final String FILE = "PBX_TEST_CLOCK";

    private SettablePortal() {
    }

    public static void main(String[] args) {
        var file = Path.of(System.getenv(FILE));
        var portal = new SpringApplication(SwitchboardApplication.class);
        portal.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("settableClock", Clock.class, () -> new FileClock(file, ZoneOffset.UTC), bean -> bean.setPrimary(true)));
        portal.run(args);
    }

    /** Sets the clock of a portal that reads the file. */
    static void set(Path file, Instant now) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, Duration.between(Instant.now(), now).toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class FileClock extends Clock {

        private final Path file;
        private final ZoneId zone;

        private FileClock(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new FileClock(file, other);
        }

        @Override
        public Instant instant() {
            try {
                return Instant.now().plus(Duration.parse(Files.readString(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
