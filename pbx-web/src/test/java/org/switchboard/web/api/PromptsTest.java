package org.switchboard.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.switchboard.telephony.prompt.SoundConverter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a script does with prompts: words, files, and listening. */
@ApiTest
final class PromptsTest {

    @Autowired
    private Companies companies;

    private Companies.Company company;
    private Api admin;

    @BeforeEach
    void openCompany() {
        company = companies.open("Prompts");
        admin = company.admin();
    }

    @Test
    void given_words_when_posted_then_a_prompt_that_can_be_heard_in_parts() throws Exception {
        Api.Reply made = admin.post("/prompts", "{\"name\":\"Welcome\",\"text\":\"안녕하세요\",\"language\":\"ko\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("origin")).isEqualTo("speech");
        assertThat(made.body().path("seconds").asDouble()).isGreaterThan(0.5);
        String audio = made.header("Location").substring("/api/v1".length()) + "/audio";
        HttpResponse<byte[]> whole = bytes(admin, audio);
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
        assertThat(new String(whole.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        HttpResponse<byte[]> part = bytes(admin.with("Range", "bytes=44-143"), audio);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 44, 144));
        assertThat(bytes(company.supervisor(), audio).statusCode()).isEqualTo(200);
    }

    @Test
    void given_a_file_when_sent_as_a_form_then_a_prompt_and_it_can_be_replaced() {
        Result made = send(admin, "POST", "/prompts", "Tone", tone(3));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.body().path("origin").asString()).isEqualTo("upload");
        assertThat(made.body().path("text").isNull()).isTrue();
        assertThat(made.body().path("seconds").asDouble()).isBetween(3.0, 3.3);

        String path = "/prompts/" + made.body().path("id").asString();
        assertThat(send(admin, "PUT", path + "/audio", null, tone(1)).body().path("seconds").asDouble()).isBetween(1.0, 1.3);
        assertThat(admin.patch(path, "{\"name\":\"Renamed\"}").text("origin")).isEqualTo("upload");
        assertThat(admin.patch(path, "{\"text\":\"Now spoken\"}").text("origin")).isEqualTo("speech");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void given_no_sound_when_sent_then_422_names_the_file_and_nothing_is_made() {
        refused(send(admin, "POST", "/prompts", "Zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3}), 422, "file");
        refused(send(admin, "POST", "/prompts", "Empty", new byte[0]), 422, "file");
        refused(send(admin, "POST", "/prompts", "Cut", Arrays.copyOf(tone(1), 30)), 422, "file");
        refused(send(admin, "POST", "/prompts", null, tone(1)), 422, "name");
        byte[] large = new byte[SoundConverter.MOST_BYTES + 1];
        System.arraycopy("RIFF0000WAVE".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 12);
        refused(send(admin, "POST", "/prompts", "Large", large), 422, "file");
        refused(send(admin, "POST", "/prompts", "Larger", new byte[24 * 1024 * 1024]), 413, null);
        assertThat(admin.get("/prompts").body().path("items").isEmpty()).isTrue();
    }

    @Test
    void given_a_file_where_none_is_taken_or_by_whom_it_is_not_taken_then_refused() {
        assertThat(send(admin, "POST", "/extensions", "X", tone(1)).status()).isIn(413, 415);
        assertThat(send(company.supervisor(), "POST", "/prompts", "X", tone(1)).status()).isEqualTo(403);
        assertThat(send(companies.nobody(), "POST", "/prompts", "X", tone(1)).status()).isEqualTo(401);
        String theirs = admin.post("/prompts", "{\"name\":\"A\",\"text\":\"B\"}").text("id");
        assertThat(send(companies.open("Other").admin(), "PUT", "/prompts/" + theirs + "/audio", null, tone(1)).status()).isEqualTo(404);
    }

    @Test
    void given_a_key_when_the_same_file_is_sent_twice_then_one_prompt() {
        Api once = admin.with("Idempotency-Key", "k1");
        Result first = send(once, "POST", "/prompts", "Tone", tone(1));
        Result second = send(once, "POST", "/prompts", "Tone", tone(1));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(send(once, "POST", "/prompts", "Tone", tone(2)).status()).isEqualTo(422);
    }

    @Test
    void given_the_description_when_read_then_it_tells_where_a_form_with_a_file_is_taken() {
        JsonNode paths = companies.nobody().get("/openapi.json").body().path("paths");

        JsonNode make = paths.path("/api/v1/prompts").at("/post/requestBody/content");
        assertThat(make.propertyNames()).containsExactlyInAnyOrder("application/json", "multipart/form-data");
        assertThat(make.path("multipart/form-data").at("/schema/properties").propertyNames()).containsExactlyInAnyOrder("name", "file");
        JsonNode replace = paths.path("/api/v1/prompts/{id}/audio").at("/put/requestBody/content");
        assertThat(replace.propertyNames()).containsExactly("multipart/form-data");
        assertThat(replace.path("multipart/form-data").at("/schema/properties").propertyNames()).containsExactly("file");
    }

    private static void refused(Result result, int status, String field) {
        assertThat(result.status()).as(result.body().toString()).isEqualTo(status);
        if (field != null) {
            assertThat(result.body().path("errors").valueStream().map(error -> error.path("field").asString())).containsExactly(field);
        }
    }

    private record Result(int status, JsonNode body) {
    }

    private static Result send(Api api, String method, String path, String name, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        var body = new ByteArrayOutputStream();
        if (name != null) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n" + name + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sound.wav\"\r\nContent-Type: audio/wav\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        try {
            var reply = api.http().send(api.request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .method(method, BodyPublishers.ofByteArray(body.toByteArray())).build(), BodyHandlers.ofString());
            return new Result(reply.statusCode(), JsonMapper.shared().readTree(reply.body().isEmpty() ? "{}" : reply.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<byte[]> bytes(Api api, String path) throws IOException, InterruptedException {
        return api.http().send(api.request(path).build(), BodyHandlers.ofByteArray());
    }

    private static byte[] tone(int seconds) {
        var format = new AudioFormat(8000, 16, 1, true, false);
        byte[] samples = new byte[seconds * 16_000];
        for (int i = 0; i < samples.length / 2; i++) {
            short sample = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / 8000));
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        try {
            var file = new ByteArrayOutputStream();
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                    AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
