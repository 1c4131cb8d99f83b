package org.switchboard.telephony.ami;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * AMI action {@code VoicemailRefresh}: counts the messages of boxes anew, and tells the lamps where the count has changed.
 */
public final class VoicemailRefreshAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    private final String context;
    private final String mailbox;

    /**
     * Makes an action.
     *
     * @param context the box's context; null for all boxes
     * @param mailbox the box's number; null for all boxes
     */
    public VoicemailRefreshAction(String context, String mailbox) {
        this.context = context;
        this.mailbox = mailbox;
    }

    @Override
    public String getAction() {
        return "VoicemailRefresh";
    }

    /**
     * The box's context.
     *
     * @return as in the mailbox's name after the at sign
     */
    public String getContext() {
        return context;
    }

    /**
     * The box's number.
     *
     * @return as in the mailbox's name before the at sign
     */
    public String getMailbox() {
        return mailbox;
    }
}
