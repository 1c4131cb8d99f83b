package org.switchboard.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.switchboard.local.phone.SipAccount;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/** A tenant of one's own, as its admin's scripts see it. */
final class Company {

    private static final Duration HISTORY_LIMIT = Duration.ofSeconds(20);

    private final Portal portal;
    private final String slug;
    private final Api api;
    private Admin admin;

    private Company(Portal portal, String slug, Api api) {
        this.portal = portal;
        this.slug = slug;
        this.api = api;
    }

    /**
     * The operator makes it.
     *
     * @param wanted its short name; it gets a number behind it where there is such a company already
     */
    static Company open(Portal portal, String wanted) {
        String slug = portal.freeSlug(wanted);
        var made = portal.operator().post("/tenants", Map.of("slug", slug, "name", "Company " + slug));
        String token = made.path("apiToken").asString(made.path("token").asString(""));
        var company = new Company(portal, slug, portal.operator().withToken(token));
        portal.opened(company);
        return company;
    }

    /** Gives back what no two companies can have: numbers of the world, and the addresses of providers. */
    void release() {
        deleteAll("/outbound-routes", "id");
        deleteAll("/numbers", "number");
        deleteAll("/trunks", "id");
    }

    private void deleteAll(String path, String key) {
        api.get(path).path("items").forEach(item -> api.delete(path + "/" + item.path(key).asString()));
    }

    /** Its short name. */
    String slug() {
        return slug;
    }

    /** The API with its admin's rights. */
    Api api() {
        return api;
    }

    /** An admin who can sign in at the portal; made when first asked for. */
    synchronized Admin admin() {
        if (admin == null) {
            String email = "admin@" + slug + ".example";
            var made = api.post("/users", Map.of("email", email, "name", "Ada Admin", "role", "admin"));
            admin = new Admin(email, made.path("password").asString());
        }
        return admin;
    }

    /** Makes an extension. */
    Company extension(String number, String name) {
        return extension(number, name, Map.of());
    }

    /** Makes an extension with more settings. */
    Company extension(String number, String name, Map<String, ?> settings) {
        var body = new HashMap<String, Object>(settings);
        body.put("number", number);
        body.put("name", name);
        api.post("/extensions", body);
        return this;
    }

    /** Gives an extension a device. */
    Device device(String number, String name) {
        return device(number, name, Map.of());
    }

    /** Gives an extension a device with more settings. */
    Device device(String number, String name, Map<String, ?> settings) {
        var body = new HashMap<String, Object>(settings);
        body.put("name", name);
        JsonNode made = api.post("/extensions/" + number + "/devices", body);
        return new Device(number, made.path("id").asString(), new SipAccount(made.path("username").asString(),
                made.path("password").asString(), made.path("host").asString(), made.path("port").asInt()),
                made.path("tlsPort").asInt());
    }

    /** Takes a device away. */
    void delete(Device device) {
        api.delete("/extensions/" + device.number() + "/devices/" + device.id());
    }

    /** All calls in the history, newest first. */
    List<JsonNode> history() {
        var calls = new ArrayList<JsonNode>();
        api.get("/calls?limit=200").path("items").forEach(calls::add);
        return calls;
    }

    /** Waits for a call in the history; it should be there about a second after its end. */
    JsonNode record(String what, Predicate<JsonNode> wanted) {
        var found = new JsonNode[1];
        boolean there = Await.until(HISTORY_LIMIT, () -> {
            found[0] = history().stream().filter(wanted).findFirst().orElse(null);
            return found[0] != null;
        });
        if (!there) {
            throw new AssertionError("not in the history: " + what + "\nbut: " + history());
        }
        return found[0];
    }

    /** Calls that are on. */
    List<JsonNode> live() {
        var calls = new ArrayList<JsonNode>();
        api.get("/live/calls").path("items").forEach(calls::add);
        return calls;
    }

    /** The portal that it is hosted by. */
    Portal portal() {
        return portal;
    }

    /**
     * Somebody who can sign in.
     *
     * @param email the name
     * @param password the secret
     */
    record Admin(String email, String password) {
    }

    /**
     * A device as it was made.
     *
     * @param number its extension's number
     * @param id its id
     * @param account what to type into the phone
     * @param tlsPort where it registers over TLS
     */
    record Device(String number, String id, SipAccount account, int tlsPort) {
    }
}
