package org.switchboard.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/** AMI action {@code Reload}: makes one module read its configuration anew. Calls are not touched. */
public final class ReloadAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String module;

    /**
     * Makes an action.
     *
     * @param module the module's name with its ending
     */
    public ReloadAction(String module) {
        this.module = module;
    }

    @Override
    public String getAction() {
        return "Reload";
    }

    /**
     * The module.
     *
     * @return its name with its ending
     */
    public String getModule() {
        return module;
    }
}
