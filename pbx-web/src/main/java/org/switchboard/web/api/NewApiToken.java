package org.switchboard.web.api;

/**
 * A token at the only moment when it is known.
 *
 * @param token its name, role and id
 * @param plain what a script sends: {@code sb_} and 43 characters; only its hash is stored
 */
public record NewApiToken(ApiToken token, String plain) {

    @Override
    public String toString() {
        return "NewApiToken[" + token + "]";
    }
}
