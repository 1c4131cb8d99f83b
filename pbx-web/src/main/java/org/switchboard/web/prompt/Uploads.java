package org.switchboard.web.prompt;

import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;
import org.switchboard.telephony.input.InvalidInput;
import org.switchboard.telephony.prompt.PromptService;

/** Sound files as they come with a form. */
public final class Uploads {

    private Uploads() {
    }

    /**
     * The file of a form, in which there must be one.
     *
     * @param file what was sent; null when the form had none
     * @return the file
     * @throws InvalidInput when there is none
     */
    public static InputStreamSource required(MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw new InvalidInput(PromptService.FILE, "invalid.prompt.file.empty");
        }
        return file;
    }
}
