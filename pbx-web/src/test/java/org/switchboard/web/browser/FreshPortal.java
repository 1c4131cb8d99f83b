package org.switchboard.web.browser;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives a class of page tests that is run again a new portal with a new demo company: what it made the first time would be in
 * its way. Other classes share the one that there is.
 */
final class FreshPortal implements TestExecutionListener, Ordered {

    /** The classes that a portal has seen, kept with the portal. */
    static final class Visits {

        private final Set<String> classes = ConcurrentHashMap.newKeySet();
    }

    /** Before the listener that injects the portal's beans into the test. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void prepareTestInstance(TestContext test) {
        String name = test.getTestClass().getName();
        if (!visits(test).classes.add(name)) {
            test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
            visits(test).classes.add(name);
        }
    }

    private static Visits visits(TestContext test) {
        return test.getApplicationContext().getBean(Visits.class);
    }
}
