package org.switchboard.telephony.assertion;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.switchboard.telephony.tenant.BeforeCommit;
import org.switchboard.telephony.tenant.TenantScope;

/**
 * Stands before every commit of the portal: asks the company's assertions when the transaction changed what routing goes by, and
 * stops it when one that held would no longer hold and nobody has agreed to that.
 */
@Component
public final class AssertionGuard implements BeforeCommit {

    private final AssertionRepository assertions;
    private final Asking asking;
    private final Clock clock;
    private final ObjectProvider<PlatformTransactionManager> transactions;

    /**
     * Wires the guard.
     *
     * @param assertions   SQL of the assertions
     * @param asking       asks routing
     * @param clock        the time
     * @param transactions the portal's, which in turn have this guard
     */
    public AssertionGuard(AssertionRepository assertions, Asking asking, Clock clock, ObjectProvider<PlatformTransactionManager> transactions) {
        this.assertions = assertions;
        this.asking = asking;
        this.clock = clock;
        this.transactions = transactions;
    }

    @Override
    public void check() {
        if (TenantScope.current().tenantId() == null || !assertions.mustBeAsked()) {
            return;
        }
        var now = clock.instant();
        var after = asking.ask(assertions.all(), now);
        if (ChangeAsk.current() == ChangeAsk.ASKED) {
            stopIfBroken(after.stream().filter(result -> !result.holds()).toList());
        }
        after.stream().filter(AssertionGuard::isNews)
                .forEach(result -> assertions.store(result.assertion().id(), result.holds(), result.end(), now));
    }

    /** Whether one held before is asked of the configuration before, not of a memory: the time may have changed it meanwhile. */
    private void stopIfBroken(List<AssertionResult> failing) {
        if (failing.isEmpty()) {
            return;
        }
        var before = askedBefore(failing.stream().map(AssertionResult::assertion).toList());
        var broken = failing.stream().filter(result -> before.containsKey(result.assertion().id()))
                .filter(result -> before.get(result.assertion().id()).holds())
                .map(result -> AssertionsBroken.Broken.of(result, result.deciding(before.get(result.assertion().id()).answer()))).toList();
        if (!broken.isEmpty()) {
            throw new AssertionsBroken(broken, asking.plan().company().country());
        }
    }

    /** In a transaction of its own, which does not see what this one has changed. */
    private Map<UUID, AssertionResult> askedBefore(List<RoutingAssertion> failing) {
        var aside = new TransactionTemplate(transactions.getObject());
        aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        aside.setReadOnly(true);
        var now = clock.instant();
        return aside.execute(_ -> asking.ask(failing, now)).stream()
                .collect(Collectors.toMap(result -> result.assertion().id(), Function.identity()));
    }

    private static boolean isNews(AssertionResult result) {
        var known = result.assertion().state();
        return known.holds() != result.holds() || known.end() == null != (result.end() == null)
                || known.end() != null && !known.end().equals(result.end());
    }
}
