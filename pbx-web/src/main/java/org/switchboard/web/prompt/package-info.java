/** The prompts' pages, and what makes their sound. */
package org.switchboard.web.prompt;
