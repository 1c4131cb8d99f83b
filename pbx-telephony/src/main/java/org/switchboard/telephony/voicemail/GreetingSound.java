package org.switchboard.telephony.voicemail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.prompt.PromptSound;
import org.switchboard.telephony.prompt.SoundConverter;

/** Makes a greeting from what somebody uploads: as loud as every prompt, in the format of Asterisk's voicemail. */
@Component
public final class GreetingSound {

    /** Longest greeting, in seconds: as long as by phone ({@code maxgreet} in voicemail.conf). */
    public static final int LONGEST_SECONDS = 120;

    private static final AudioFormat VOICEMAIL = new AudioFormat(8_000, 16, 1, true, false);

    private final SoundConverter converter;

    /**
     * Uses the prompts' converter.
     *
     * @param converter makes sounds alike
     */
    public GreetingSound(SoundConverter converter) {
        this.converter = converter;
    }

    /**
     * Converts a sound file.
     *
     * @param file the file; read once
     * @return a WAV file, 16 bit mono at 8 kHz
     * @throws InvalidInput at the field {@code file}, when it is none, or too large, too long or silent
     */
    public byte[] of(InputStreamSource file) {
        PromptSound sound = converter.uploaded(file);
        if (sound.length().toSeconds() > LONGEST_SECONDS) {
            throw new InvalidInput("file", "invalid.voicemail.greeting.length");
        }
        return narrowed(sound.wav());
    }

    /** Half the rate, which is all that the telephone network carries and Asterisk's voicemail keeps. */
    static byte[] narrowed(byte[] wav) {
        try (AudioInputStream wide = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav));
                AudioInputStream narrow = AudioSystem.getAudioInputStream(VOICEMAIL, wide)) {
            byte[] samples = narrow.readAllBytes();
            var file = new ByteArrayOutputStream();
            AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(samples), VOICEMAIL, samples.length / VOICEMAIL.getFrameSize()),
                    AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (UnsupportedAudioFileException | IOException impossible) {
            throw new UncheckedIOException(new IOException("a prompt's sound is always WAV", impossible));
        }
    }
}
