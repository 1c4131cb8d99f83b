package org.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.portal.PortalEnvironment;
import org.switchboard.local.process.Await;
import tools.jackson.databind.JsonNode;

/**
 * A recording as a script gets it, with its sound taken apart.
 *
 * @param row    what the API says of it
 * @param ours   the company's side
 * @param theirs the other side
 */
record RecordedTalk(JsonNode row, Sound ours, Sound theirs) {

    private static final Duration KEPT_WITHIN = Duration.ofSeconds(15);
    private static final int HEADER = 44;

    /** Waits for the recordings of a call. */
    static List<RecordedTalk> of(Company company, JsonNode call, int count) {
        var found = new ArrayList<JsonNode>();
        Await.until(KEPT_WITHIN, () -> {
            found.clear();
            company.api().get("/calls/" + call.path("id").asString() + "/recordings").path("items").forEach(found::add);
            return found.size() >= count;
        });
        assertThat(found).as("recordings of " + call).hasSize(count);
        return found.stream().map(row -> read(company, row)).toList();
    }

    /** The file, or a part of it. */
    static HttpResponse<byte[]> fetch(Company company, String recordingId, String range) {
        var request = HttpRequest.newBuilder(URI.create(company.portal().url() + "/api/v1/recordings/" + recordingId + "/audio"))
                .header("Authorization", "Bearer " + company.api().token());
        if (range != null) {
            request.header("Range", range);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static RecordedTalk read(Company company, JsonNode row) {
        var reply = fetch(company, row.path("id").asString(), null);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("audio/flac");
        assertThat(reply.body()).startsWith("fLaC".getBytes(StandardCharsets.US_ASCII));
        byte[] wav = unpacked(company.portal(), reply.body());
        return new RecordedTalk(row, side(wav, 0), side(wav, 1));
    }

    private static byte[] unpacked(Portal portal, byte[] flac) {
        try {
            Path folder = Files.createTempDirectory(portal.folder("recordings"), "flac");
            Path packed = Files.write(folder.resolve("talk.flac"), flac);
            Path wav = folder.resolve("talk.wav");
            String sox = PortalEnvironment.ofSounds(portal.stack().layout()).getOrDefault("PBX_SOX", "sox");
            Process process = new ProcessBuilder(sox, packed.toString(), wav.toString()).inheritIO().start();
            assertThat(process.waitFor()).isZero();
            return Files.readAllBytes(wav);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Sound side(byte[] wav, int side) {
        var samples = new float[(wav.length - HEADER) / 4];
        for (int i = 0; i < samples.length; i++) {
            int at = HEADER + 4 * i + 2 * side;
            samples[i] = ((wav[at] & 0xff) | wav[at + 1] << 8) / 32_768f;
        }
        return new Sound(samples, 8_000);
    }
}
