package org.switchboard.local.bench;

/** The two ways in which a call is set up here. */
enum Way {
    /** Asterisk's own dialplan: {@code Dial()}, nobody else is asked. */
    NATIVE("native Dial()"),
    /** Our engine decides over ARI. */
    ENGINE("our engine");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    /** As in a table. */
    String title() {
        return title;
    }
}
