package org.switchboard.web.user;

/**
 * A user together with a password that was made for them, at the only moment when it is known.
 *
 * @param user     the user
 * @param password letters and digits that are hard to mistake for each other
 */
public record NewUser(User user, String password) {

    /** Says the user only: a password must not reach a log. */
    @Override
    public String toString() {
        return "NewUser[" + user.email() + "]";
    }
}
