package org.switchboard.telephony.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.switchboard.local.Cache;
import org.switchboard.local.Platform;
import org.switchboard.local.Progress;
import org.switchboard.local.asterisk.AsteriskPackages;
import org.switchboard.local.asterisk.AsteriskTree;
import org.switchboard.local.phone.Sound;
import org.switchboard.local.process.Shell;

/** Makes sound files of every kind with the real SoX, and listens to what came out. */
final class Sounds {

    private final AsteriskTree tree = new AsteriskPackages(Cache.ofUser(), Platform.current(), Progress.silent()).ensure();
    private final Path folder;

    Sounds(Path folder) {
        this.folder = folder;
    }

    SoundPrograms programs() {
        return new SoundPrograms(tree.sox().toString(), tree.espeak().toString());
    }

    SoundConverter converter() {
        return new SoundConverter(programs());
    }

    /** A file called after what it is, such as {@code tone.mp3}; effects as SoX takes them. */
    Path make(String name, int rate, int channels, String... effects) {
        Path file = folder.resolve(name);
        var command = new ArrayList<>(List.of(tree.sox().toString(), "-n", "-r", "" + rate, "-c", "" + channels, file.toString()));
        command.addAll(List.of(effects));
        var made = Shell.run(command);
        Assertions.assertThat(made.ok()).as(made.output()).isTrue();
        return file;
    }

    Path tone(String name, int rate, int channels, int hertz, double volume) {
        return make(name, rate, channels, "synth", "2", "sine", "" + hertz, "vol", "" + volume);
    }

    Path bytes(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sound heard(PromptSound prompt) {
        var header = ByteBuffer.wrap(prompt.wav()).order(ByteOrder.LITTLE_ENDIAN);
        Assertions.assertThat(header.getShort(20)).as("PCM").isEqualTo((short) 1);
        Assertions.assertThat(header.getShort(22)).as("channels").isEqualTo((short) 1);
        Assertions.assertThat(header.getInt(24)).as("rate").isEqualTo(PromptSound.RATE);
        Assertions.assertThat(header.getShort(34)).as("bits").isEqualTo((short) 16);
        Assertions.assertThat(header.getInt(40)).as("bytes of sound").isEqualTo(prompt.wav().length - PromptSound.HEADER);
        float[] samples = new float[(prompt.wav().length - PromptSound.HEADER) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = header.getShort(PromptSound.HEADER + 2 * i) / 32_768f;
        }
        return new Sound(samples, PromptSound.RATE);
    }
}
