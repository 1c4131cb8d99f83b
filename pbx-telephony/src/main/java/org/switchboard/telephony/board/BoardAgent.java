package org.switchboard.telephony.board;

import java.util.UUID;

/**
 * An agent as a wallboard knows him.
 *
 * @param id          the agent
 * @param name        his name
 * @param number      what is dialled behind the star code to sign in
 * @param userId      who he is in the portal; null when nobody
 * @param extensionId the phone that he signs in at unless he says another; null for none
 */
public record BoardAgent(UUID id, String name, String number, UUID userId, UUID extensionId) {
}
