package org.switchboard.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guessing is limited by network address; signing in is not. */
class SignInLimiterTest {

    private static final String OFFICE = "203.0.113.7";

    private final SignInLimiter limiter = new SignInLimiter();

    @Test
    void givenAWholeOfficeBehindOneAddress_whenEachSignsInOnce_thenNobodyIsTurnedAway() {
        assertThat(IntStream.range(0, 200).allMatch(i -> {
            boolean may = limiter.tryOnce(OFFICE, "person" + i + "@example.com");
            limiter.succeeded(OFFICE, "person" + i + "@example.com");
            return may;
        })).isTrue();
    }

    @Test
    void givenSomebodyWhoGuesses_whenTheySignInThemselvesBetweenGuesses_thenTheyAreTurnedAwayAllTheSame() {
        long allowed = IntStream.range(0, 200).filter(i -> {
            if (limiter.tryOnce(OFFICE, "own@example.com")) {
                limiter.succeeded(OFFICE, "own@example.com");
            }
            return limiter.tryOnce(OFFICE, "victim" + i + "@example.com");
        }).count();
        assertThat(allowed).isLessThanOrEqualTo(31);
    }
}
