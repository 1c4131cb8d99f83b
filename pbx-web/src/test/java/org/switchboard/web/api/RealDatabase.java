package org.switchboard.web.api;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.portal.PortalEnvironment;
import org.switchboard.web.browser.OwnersPool;

/** A PostgreSQL of the test's own, for as long as the application lives; no Asterisk, so the engine stays off. */
final class RealDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = temporaryFolder();
        LocalStack stack = new LocalStack(new Layout(folder.resolve("data")), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        // The owner's eyes see every tenant's rows, for tests that look behind the wall.
        HikariDataSource owner = OwnersPool.of(stack);
        // It ends with the application, and with one that could not start.
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> end(owner, stack, folder));
        context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> end(owner, stack, folder));
        new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).ensure();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sounds", Map.copyOf(PortalEnvironment.ofSounds(stack.layout()))));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
                "PBX_DB_URL", stack.jdbcUrl(),
                "PBX_DB_OWNER_USER", stack.settings().databaseOwner(),
                "PBX_DB_OWNER_PASSWORD", stack.ownerPassword(),
                "PBX_DB_WEB_PASSWORD", stack.secrets().databaseWeb(),
                "PBX_DB_ENGINE_PASSWORD", stack.secrets().databaseEngine(),
                "PBX_SPOOL_DIR", folder.toString(),
                "pbx.engine-enabled", "false",
                "spring.jmx.enabled", "false")));
        context.getBeanFactory().registerSingleton("ownersEyes", new OwnersEyes(owner));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("switchboard-api");
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    private static void end(HikariDataSource owner, LocalStack stack, Path folder) {
        owner.close();
        stack.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
