/** The published description of the API, made from its code. */
package org.switchboard.web.api.openapi;
