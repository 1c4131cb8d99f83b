/** What the API's requests and replies have in common: strict JSON, merge patches, lists and their cursors. */
package org.switchboard.web.api.json;
