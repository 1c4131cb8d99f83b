/** Why calls go where they go: the question before a call, the explanation after it, what a company relies on, and the picture. */
package org.switchboard.web.explain;
