package org.switchboard.web.page;

import java.util.List;

/**
 * A room of the navigation: what people come to do, and the doors into it.
 *
 * @param key   its key in the message files ({@code room.calls}); the doors of the first room stand without a heading
 * @param doors the pages that can be opened from the navigation, at least one
 */
public record Room(String key, List<Door> doors) {

    /** Keeps an unchangeable copy of the doors. */
    public Room {
        doors = List.copyOf(doors);
    }

    /**
     * One page that can be opened from the navigation.
     *
     * @param key  its key in the message files ({@code nav.extensions})
     * @param path its address
     * @param icon its icon's name in the sprite
     */
    public record Door(String key, String path, String icon) {

        /**
         * Whether a page is behind this door.
         *
         * @param current address of the page that is shown
         * @return true for the page itself and those below it, but not below Home or the history, whose addresses begin others
         */
        public boolean leadsTo(String current) {
            return current.equals(path) || !path.equals("/") && current.startsWith(path + "/") && !current.equals("/calls/live");
        }
    }
}
