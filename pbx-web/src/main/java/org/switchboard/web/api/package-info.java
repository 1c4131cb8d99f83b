/**
 * The REST API's door: tokens, who may ask what, how large a request can be, and requests that are sent twice. The resources
 * are in {@code v1}; pages and API share the services behind them.
 */
package org.switchboard.web.api;
