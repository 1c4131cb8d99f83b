package org.switchboard.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.switchboard.telephony.tenant.TenantScope;
import org.switchboard.web.SwitchboardApplication;
import org.switchboard.web.browser.TestPortal.OwnersHands;
import org.switchboard.web.security.Role;
import org.switchboard.web.user.NewUser;
import org.switchboard.web.user.UserDraft;
import org.switchboard.web.user.UserService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coming in: by the right password only, not too often, and without learning who has an account. */
@SpringBootTest(classes = SwitchboardApplication.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestPortal.class)
class SignInTest {

    @Autowired
    MockMvc browser;
    @Autowired
    OwnersHands owner;
    @Autowired
    UserService users;
    @Autowired
    JsonMapper json;
    @Value("${pbx.demo-file}")
    Path demoFile;

    @Test
    void givenTheRightPassword_whenSignedIn_thenHomeIsNext() throws Exception {
        JsonNode demo = json.readTree(demoFile);
        MvcResult answer = browser.perform(post("/sign-in").with(csrf()).with(from("10.0.0.1"))
                .param("email", demo.get("adminEmail").asString()).param("password", demo.get("adminPassword").asString())).andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void givenAKnownAndAnUnknownAddress_whenThePasswordIsWrong_thenAnswerAndTimeAreAlike() throws Exception {
        long[] known = new long[5];
        long[] unknown = new long[5];
        String someone = someone().user().email();
        attempt("nobody@warm.up", "10.0.0.2");
        for (int i = 0; i < known.length; i++) {
            known[i] = timed(someone, "10.0.0.2");
            unknown[i] = timed("nobody" + i + "@example.com", "10.0.0.2");
        }
        Arrays.sort(known);
        Arrays.sort(unknown);
        // Hashing takes tens of milliseconds: leaving it out for the unknown would show as a ratio far from one.
        assertThat((double) unknown[2] / known[2]).isBetween(0.4, 2.5);
    }

    @Test
    void givenTooManyTries_whenTriedAgain_thenKnownAndUnknownAreTurnedAwayAlike() throws Exception {
        String someone = someone().user().email();
        for (String email : new String[] {someone, "nobody-" + UUID.randomUUID() + "@example.com"}) {
            String last = "";
            for (int tries = 0; tries < 9; tries++) {
                last = attempt(email, "10.0.1." + (email.equals(someone) ? 1 : 2));
            }
            assertThat(last).as(email).isEqualTo("/sign-in?wait");
        }
    }

    @Test
    void givenADisabledUser_whenThePasswordIsRight_thenTheAnswerIsThatOfAWrongOne() throws Exception {
        NewUser someone = someone();
        inDemo().run(() -> users.update(someone.user().id(), today -> new UserDraft(today.email(), today.name(), today.role(), true)));
        MvcResult answer = browser.perform(post("/sign-in").with(csrf()).with(from("10.0.0.3"))
                .param("email", someone.user().email()).param("password", someone.password())).andReturn();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/sign-in?wrong");
    }

    @Test
    void givenASession_whenTheUserIsDisabled_thenItEndsWithTheNextClick() throws Exception {
        NewUser someone = someone();
        MvcResult in = browser.perform(post("/sign-in").with(csrf()).with(from("10.0.0.4"))
                .param("email", someone.user().email()).param("password", someone.password())).andReturn();
        MockHttpSession session = (MockHttpSession) in.getRequest().getSession();
        assertThat(browser.perform(get("/me").session(session)).andReturn().getResponse().getStatus()).isEqualTo(200);
        inDemo().run(() -> users.update(someone.user().id(), today -> new UserDraft(today.email(), today.name(), today.role(), true)));
        assertThat(browser.perform(get("/me").session(session)).andReturn().getResponse().getRedirectedUrl()).isEqualTo("/sign-in?ended");
    }

    private long timed(String email, String address) throws Exception {
        long begin = System.nanoTime();
        assertThat(attempt(email, address)).isEqualTo("/sign-in?wrong");
        return System.nanoTime() - begin;
    }

    private String attempt(String email, String address) throws Exception {
        return browser.perform(post("/sign-in").with(csrf()).with(from(address)).param("email", email).param("password", "wrong password"))
                .andReturn().getResponse().getRedirectedUrl();
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private TenantScope inDemo() {
        return TenantScope.tenant(owner.jdbc().sql("select id from tenant where slug = 'demo'").query(UUID.class).single(), "test");
    }

    private NewUser someone() {
        return inDemo().call(() -> users.create(new UserDraft(UUID.randomUUID() + "@demo.example", "Someone", Role.USER, false)));
    }
}
