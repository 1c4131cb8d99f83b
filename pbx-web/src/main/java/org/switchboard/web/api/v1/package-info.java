/** The resources of version 1 of the REST API. */
package org.switchboard.web.api.v1;
