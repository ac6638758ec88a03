/**
 * Attacks on the running server, derived from its own description of its API, so that an endpoint is attacked from the day it
 * is born. What was tried and what came of it is printed at the end of the run.
 */
package io.wanqu.attacks;
