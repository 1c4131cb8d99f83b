package org.switchboard.web.browser;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.switchboard.local.Cache;
import org.switchboard.local.Layout;
import org.switchboard.local.LocalStack;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.Settings;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.portal.PortalEnvironment;

/** A PostgreSQL of the test's own with the demo company in it, and lists in Asterisk's place; the engine stays off. */
public final class TestPortal implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = temporaryFolder();
        LocalStack stack = new LocalStack(new Layout(folder.resolve("data")), Settings.forTest(), Progress.silent());
        stack.startDatabase();
        FakeAri ari = new FakeAri();
        HikariDataSource owner = OwnersPool.of(stack);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) closed -> end(owner, stack, ari, folder));
        new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).ensure();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("sounds", Map.copyOf(PortalEnvironment.ofSounds(stack.layout()))));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test portal", Map.ofEntries(
                Map.entry("PBX_DB_URL", stack.jdbcUrl()),
                Map.entry("PBX_DB_OWNER_USER", stack.settings().databaseOwner()),
                Map.entry("PBX_DB_OWNER_PASSWORD", stack.ownerPassword()),
                Map.entry("PBX_DB_WEB_PASSWORD", stack.secrets().databaseWeb()),
                Map.entry("PBX_DB_ENGINE_PASSWORD", stack.secrets().databaseEngine()),
                Map.entry("PBX_SPOOL_DIR", folder.toString()),
                Map.entry("PBX_DEMO_FILE", folder.resolve("demo.json").toString()),
                Map.entry("PBX_ARI_URL", ari.url().toString()),
                Map.entry("pbx.engine-enabled", "false"),
                Map.entry("spring.jmx.enabled", "false"))));
        context.getBeanFactory().registerSingleton("fakeAri", ari);
        context.getBeanFactory().registerSingleton("visits", new FreshPortal.Visits());
        context.getBeanFactory().registerSingleton("ownersHands", new OwnersHands(JdbcClient.create(owner)));
        // In the place of the engine's call centre, which has no calls where no engine runs.
        RootBeanDefinition floor = new RootBeanDefinition(FakeFloor.class, FakeFloor::new);
        floor.setPrimary(true);
        ((BeanDefinitionRegistry) context.getBeanFactory()).registerBeanDefinition("fakeFloor", floor);
    }

    /** Writes what no page can: calls of the past. */
    record OwnersHands(JdbcClient jdbc) {
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("switchboard-pages");
        } catch (IOException noDisk) {
            throw new UncheckedIOException(noDisk);
        }
    }

    private static void end(HikariDataSource owner, LocalStack stack, FakeAri ari, Path folder) {
        owner.close();
        ari.close();
        stack.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
