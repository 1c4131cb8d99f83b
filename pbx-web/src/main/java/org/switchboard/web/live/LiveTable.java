package org.switchboard.web.live;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.switchboard.web.page.Formats;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/** Draws the table of live calls outside a request, for browsers that are already looking at it. */
@Component
public final class LiveTable {

    private static final TemplateSpec TABLE = new TemplateSpec("call/live-table", Set.of("table"), TemplateMode.HTML, null);

    private final TemplateEngine templates;

    /**
     * Wires the drawing.
     *
     * @param templates the same engine that draws the pages
     */
    public LiveTable(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * Draws the table.
     *
     * @param window what the viewer may see
     * @param fmt    the viewer's clock and language
     * @return HTML, everything escaped
     */
    public String draw(LiveView.Window window, Formats fmt) {
        Locale locale = fmt.locale();
        Context context = new Context(locale);
        context.setVariable("live", window);
        context.setVariable("fmt", fmt);
        return templates.process(TABLE, context);
    }
}
